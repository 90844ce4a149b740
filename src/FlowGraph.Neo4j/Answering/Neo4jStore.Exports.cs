using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Exports;

namespace FlowGraph.Neo4j.Answering;

public sealed partial class Neo4jStore
{
    public ValueTask<IReadOnlyList<string>> NodeIdsAsync(NodeType type, string? after, int count, CancellationToken cancellationToken) =>
        IdsAsync(ExportCypher.NodeIds(type, after, count), cancellationToken);

    public ValueTask<IReadOnlyList<string>> EdgeIdsAsync(EdgeType type, string? after, int count, CancellationToken cancellationToken) =>
        IdsAsync(ExportCypher.EdgeIds(type, after, count), cancellationToken);

    public async ValueTask<IReadOnlyList<Support>> SupportsAsync(string source, CancellationToken cancellationToken)
    {
        using var answer = await RunAsync(ExportCypher.Supports(model, source), cancellationToken);
        return [.. answer[0, 1].EnumerateArray().Select(pair => new Support(pair[0].GetString()!, pair[1].GetString()!))];
    }

    private async ValueTask<IReadOnlyList<string>> IdsAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        using var answer = await RunAsync(statement, cancellationToken);
        return [.. answer[0, 1].EnumerateArray().Select(id => id.GetString()!)];
    }
}
