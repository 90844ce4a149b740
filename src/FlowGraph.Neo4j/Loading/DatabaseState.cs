using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>What is in a database, counted; the counts come from Neo4j's count store.</summary>
/// <param name="ForeignNodes">Nodes without a label of the model.</param>
/// <param name="ForeignEdges">Relationships of types that the model does not have.</param>
internal sealed record DatabaseState(StoredRelease? Release, int Nodes, int Edges, int ForeignNodes, int ForeignEdges)
{
    public bool IsEmpty => Nodes + ForeignNodes + ForeignEdges == 0;

    public static async Task<DatabaseState> ReadAsync(ICypherRunner runner, GraphModel model, CancellationToken cancellationToken)
    {
        using var releases = await runner.RunAsync(ReleaseNode.Read, cancellationToken);
        var types = string.Join(", ", model.NodeTypes.Select(type => $"COUNT {{ (:{type.Name}) }}"));
        using var nodes = await runner.RunAsync(new($"RETURN [{types}], COUNT {{ (:{Labels.Release}) }}, COUNT {{ () }}"), cancellationToken);
        var known = string.Join('|', Labels.Facts(model).Select(type => type.Name).Concat(Labels.Structural(model)));
        using var edges = await runner.RunAsync(new($"RETURN COUNT {{ ()-[:{known}]->() }}, COUNT {{ ()-->() }}"), cancellationToken);

        var ours = nodes[0, 0].EnumerateArray().Sum(count => count.GetInt32());
        return new(
            ReleaseNode.Parse(releases, model), ours, edges[0, 0].GetInt32(),
            nodes[0, 2].GetInt32() - ours - nodes[0, 1].GetInt32(), edges[0, 1].GetInt32() - edges[0, 0].GetInt32());
    }
}
