using FlowGraph.Embedded.Execution;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;

namespace FlowGraph.Embedded;

public sealed partial class EmbeddedStore
{
    public ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(needs);
        var table = _snapshot.Tables.Nodes[request.Type.Ordinal];
        var shown = new ShownRows(_snapshot, null, request.Where);
        var filter = request.Where is null ? null : new FilterEvaluator(_snapshot).Compile(request.Where);
        var columns = needs.Properties.Select(property => table.Columns[property.Index]).ToArray();
        var rows = new List<AggregateRow>();
        var count = 0;
        foreach (var row in table.Rows)
        {
            if ((row.Node & 1023) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!shown.Has(row) || filter is not null && !filter(row))
                continue;
            count++;
            if (needs.IsCountOnly)
                continue;
            var at = row.Node - table.Start;
            rows.Add(new(_snapshot.Tables.Id(row.Node), Array.ConvertAll(columns, column => column.Get(at)), [.. needs.Ends.Select(end => TargetId(_snapshot.StepOver(end, row.Node)))]));
        }
        return new(Held(new AggregateRows(count, rows)));
    }

    public ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken) => new(Held(_edgeCounts.Value));

    private string? TargetId(Step step) => step.Node < 0 ? null : _snapshot.Tables.Id(step.Node);
}
