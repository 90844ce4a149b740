using System.Collections.Immutable;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Neo4j.Answering;

public sealed partial class Neo4jStore
{
    public async ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var answer = await RunAsync(PlanCypher.Timeline(model, request).Statement, cancellationToken);
        var when = model.GroupsByName["Event"].Properties.First(property => property.Name == "when");
        var found = answer[0, 1].EnumerateArray().Select(row => new TimelineRow(row[0].GetString()!, row[1].GetString()!, (FuzzyDate)StoredReader.Value(when, row[2])!)).ToImmutableArray();
        var rows = found.Length > request.Dated.Size ? found[..request.Dated.Size] : found;
        return new(rows, rows.Length < found.Length, answer[0, 3].GetInt32(), answer[0, 2].GetInt32());
    }
}
