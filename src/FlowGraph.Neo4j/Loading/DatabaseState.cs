using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>What is in a database, counted; the counts come from Neo4j's count store.</summary>
/// <param name="ForeignNodes">Nodes without a label of the model.</param>
/// <param name="ForeignEdges">Relationships of types that the model does not have.</param>
internal sealed record DatabaseState(StoredRelease? Release, int Nodes, int Edges, int ForeignNodes, int ForeignEdges)
{
    public bool IsEmpty => Nodes + ForeignNodes + ForeignEdges == 0;

    public static async Task<DatabaseState> ReadAsync(ICypherRunner runner, GraphModel model, CancellationToken cancellationToken)
    {
        using var all = await runner.RunAsync(ReleaseNode.Read, cancellationToken);
        var (release, releases, nodes, edges) = (ReleaseNode.Parse(all, model), all.Count, all[0, 1].GetInt32(), all[0, 2].GetInt32());
        if (all[0, 0].ValueKind == JsonValueKind.Null)
            releases = 0;
        if (release is null)
            return new(null, 0, 0, nodes - releases, edges);

        var types = string.Join(", ", model.NodeTypes.Select(type => $"COUNT {{ (:{type.Name}) }}"));
        using var typed = await runner.RunAsync(new($"RETURN [{types}]"), cancellationToken);
        var known = string.Join('|', Labels.Facts(model).Select(type => type.Name).Concat(Labels.Structural(model)));
        using var related = await runner.RunAsync(new($"RETURN COUNT {{ ()-[:{known}]->() }}"), cancellationToken);
        var ours = (Nodes: typed[0, 0].EnumerateArray().Sum(count => count.GetInt32()), Edges: related[0, 0].GetInt32());
        return new(release, ours.Nodes, ours.Edges, nodes - ours.Nodes - releases, edges - ours.Edges);
    }
}
