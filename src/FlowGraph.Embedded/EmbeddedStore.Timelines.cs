using System.Collections.Immutable;
using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Execution;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Embedded;

public sealed partial class EmbeddedStore
{
    public ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var events = request.Scope.IsEmpty ? null : EventsAt(request.Scope, cancellationToken);
        Page Events(PageRequest page) => events is null
            ? Page.Of(_snapshot, _orders, Model.GroupsByName["Event"], page, counts: true, cancellationToken)
            : Page.Of(_snapshot, events, null, page, counts: true, cancellationToken);
        var page = Events(request.Dated);
        var undated = Events(request.Dated with { Where = request.Undated, Order = [], Size = 0, After = null });
        var found = ImmutableArray.CreateBuilder<TimelineRow>(page.Rows.Length);
        foreach (var row in page.Rows)
        {
            var table = Tables.OfNode(row.Node);
            var at = row.Node - table.Start;
            found.Add(new(Tables.Id(row.Node), ((TextColumn)table.Column("caption")!).Text(at)!, (FuzzyDate)table.Column("when")!.Get(at)!));
        }
        return new(Held(new TimelineRows(found.MoveToImmutable(), page.HasNext, page.TotalCount, undated.TotalCount)));
    }

    /// <summary>The events of a scope, by id: those that it names, and those that a fact joins to one that it names.</summary>
    private Step[] EventsAt(ImmutableArray<string> scope, CancellationToken cancellationToken)
    {
        var events = new HashSet<int>();
        foreach (var node in scope.Select(_snapshot.Ids.Find).Where(node => node >= 0 && !Tables.IsEdge(node)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(node);
            foreach (var type in Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural))
            {
                var (leaving, arriving) = _snapshot.ByEdgeType[type.Ordinal];
                TakeAll(leaving.Of(node));
                TakeAll(arriving.Of(node));
            }
        }
        return [.. events.OrderBy(node => _snapshot.IdRank[node]).Select(node => new Step(node, -1))];

        void TakeAll(ReadOnlySpan<Step> steps)
        {
            foreach (var step in steps)
            {
                if (!_snapshot.Retracted[Tables.NodeCount + step.Edge])
                    Take(step.Node);
            }
        }

        void Take(int node)
        {
            if (Tables.OfNode(node).Type.Contract == Contract.Event)
                events.Add(node);
        }
    }
}
