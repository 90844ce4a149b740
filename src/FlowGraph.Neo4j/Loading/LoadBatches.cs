using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A release cut into statements of a few thousand rows, in an order in which every relationship finds its ends. A few of them lie in memory at a time.</summary>
internal sealed class LoadBatches(ReleaseRows release, bool intoEmpty)
{
    private readonly Dictionary<string, Batch> _nodes = [];
    private readonly Dictionary<string, Batch> _edges = [];

    // Links between records of one stage wait until all of the stage is written.
    private readonly Dictionary<string, Batch> _late = [];
    private readonly Queue<CypherStatement> _lateFull = [];

    public IEnumerable<CypherStatement> Statements(CancellationToken cancellationToken)
    {
        var stage = LoadStage.Sources;
        foreach (var line in release.Lines(cancellationToken))
        {
            if (line.Stage != stage)
            {
                foreach (var statement in Rest())
                    yield return statement;
                stage = line.Stage;
            }
            foreach (var full in Add(line))
            {
                foreach (var statement in Ready(full))
                    yield return statement;
            }
        }
        foreach (var statement in Rest())
            yield return statement;
    }

    /// <returns>Batches that are full now.</returns>
    private IEnumerable<Batch> Add(StoredLine line)
    {
        foreach (var node in line.Nodes)
        {
            var batch = Of(_nodes, LoadCypher.Nodes(release.Model, Labels.Anchor(node.Type), intoEmpty));
            batch.Add(node, RowWriter.Node);
            if (batch.IsFull)
                yield return batch;
        }
        if (line.Fact is { } fact)
        {
            var batch = Of(_edges, LoadCypher.Facts(release.Model, AnchorOf(fact.Edge.From), AnchorOf(fact.Edge.To), intoEmpty));
            batch.Add(fact, RowWriter.Fact);
            if (batch.IsFull)
                yield return batch;
        }
        foreach (var link in line.Links)
        {
            var isLate = IsOfTheSameStage(line, link.To);
            var batch = Of(isLate ? _late : _edges, LoadCypher.Links(link.Type, AnchorOf(link.From), AnchorOf(link.To), intoEmpty));
            batch.Add(link, static (json, row) => RowWriter.Link(json, row.From, row.To));
            if (batch.IsFull && isLate)
                _lateFull.Enqueue(batch.Take());
            else if (batch.IsFull)
                yield return batch;
        }
    }

    private bool IsOfTheSameStage(StoredLine line, string id) =>
        release.Model.NodeTypeOfId(id) is { } type && ReleaseRows.StageOf(type) == line.Stage && line.Nodes.All(node => node.Id != id);

    // Edges find their ends only when the nodes that wait are written first.
    private IEnumerable<CypherStatement> Ready(Batch full)
    {
        if (_edges.ContainsValue(full))
        {
            foreach (var nodes in Taken(_nodes))
                yield return nodes;
        }
        yield return full.Take();
    }

    private IEnumerable<CypherStatement> Rest()
    {
        foreach (var statement in Taken(_nodes).Concat(Taken(_edges)))
            yield return statement;
        while (_lateFull.TryDequeue(out var late))
            yield return late;
        foreach (var statement in Taken(_late))
            yield return statement;
    }

    private static IEnumerable<CypherStatement> Taken(Dictionary<string, Batch> batches) =>
        batches.Values.Where(batch => !batch.IsEmpty).Select(batch => batch.Take());

    private Batch Of(Dictionary<string, Batch> batches, string text)
    {
        if (!batches.TryGetValue(text, out var batch))
            batches.Add(text, batch = new(text, isRepeatable: !intoEmpty));
        return batch;
    }

    private string AnchorOf(string id) => Labels.Anchor(release.Model.NodeTypeOfId(id)!); // ids of a release have a known prefix
}
