using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Execution;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Exports;

namespace FlowGraph.Embedded;

public sealed partial class EmbeddedStore
{
    public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        var table = Tables.Nodes[type.Ordinal];
        return new(Held(Ids(table.Start, table.Count, after, count)));
    }

    public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        var table = Tables.Edges[type.Ordinal];
        return new(Held(Ids(Tables.NodeCount + table.Start, table.Count, after, count)));
    }

    public ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken)
    {
        if (_snapshot.Ids.Find(source) is not (>= 0 and var start) || Tables.IsEdge(start) || Tables.OfNode(start).Type.Name != "Source")
            return new([]);
        var citations = _snapshot.Model.NodeTypesByName["Citation"];
        var fromSource = _snapshot.Ends[(citations.Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural), Direction.In)];
        var table = Tables.Nodes[citations.Ordinal];
        var subject = (TextColumn)table.Column("factId")!;
        return new(Held<Support[]>(
        [
            .. SupportPage.Relays(_snapshot, start).SelectMany(cited => fromSource.Of(cited).ToArray().Select(step => new Support(Tables.Id(cited), subject.Text(step.Node - table.Start)!))).Distinct(),
        ]));
    }

    /// <summary>Entities and events as whole records, by id.</summary>
    public IReadOnlyList<NodeRecord> NamedNodes() => Held<NodeRecord[]>(
    [
        .. Tables.Nodes.Where(table => table.Type.Contract != Contract.Record).SelectMany(table => Enumerable.Range(table.Start, table.Count))
            .OrderBy(node => _snapshot.IdRank[node]).Select(_records.Node),
    ]);

    /// <summary>Records of one type are numbered in the order of their ids.</summary>
    private string[] Ids(int start, int size, string? after, int count)
    {
        var first = after is null ? start : _snapshot.Ids.Find(after) + 1;
        return [.. Enumerable.Range(first, Math.Clamp(start + size - first, 0, count)).Select(Tables.Id)];
    }
}
