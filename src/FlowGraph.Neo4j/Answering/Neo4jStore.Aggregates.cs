using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Aggregates;

namespace FlowGraph.Neo4j.Answering;

public sealed partial class Neo4jStore
{
    public async ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(needs);
        using var answer = await RunAsync(PlanCypher.Measures(model, request, needs).Statement, cancellationToken);
        if (needs.IsCountOnly)
            return new(answer[0, 2].GetInt32(), []);
        var rows = answer[0, 1].EnumerateArray().Select(row => Row(needs, row)).ToList();
        return new(rows.Count, rows);
    }

    public async ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken)
    {
        var relationships = model.NodeTypes.SelectMany(type => type.Relationships).ToList();
        using var answer = await RunAsync(WalkCypher.EdgeCounts(relationships), cancellationToken);
        return relationships.Zip(answer[0, 1].EnumerateArray()).ToDictionary(pair => pair.First, pair => pair.Second.GetInt32());
    }

    private static AggregateRow Row(AggregateNeeds needs, JsonElement row)
    {
        JsonElement[] stored = [.. row.EnumerateArray()];
        var values = stored.AsSpan(1, needs.Properties.Length);
        var found = new object?[values.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = StoredReader.Value(needs.Properties[i], values[i]);
        var ends = stored[(1 + found.Length)..].Select(end => end.ValueKind == JsonValueKind.Array ? end[0].GetString() : null);
        return new(stored[0].GetString()!, found, [.. ends]);
    }
}
