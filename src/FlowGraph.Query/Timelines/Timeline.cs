using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Chains.Printing;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Query.Timelines;

/// <summary>A page of dated events.</summary>
/// <param name="Text">The page on one line.</param>
public sealed record Timeline(ImmutableArray<TimelineEdge> Edges, PageEnds PageInfo, int TotalCount, int UndatedCount, string Text)
{
    /// <exception cref="FlowGraphException">Something in the scope is not there.</exception>
    public static async ValueTask<Timeline> FindAsync(IGraphStore store, TimelineRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        await NamedNodes.FindAsync(store, [.. request.Scope.Select(id => new NamedNodes.Name("scope", id, null))], cancellationToken);
        var found = await store.TimelineAsync(request, cancellationToken);
        ImmutableArray<TimelineEdge> edges = [.. found.Rows.Select(row => new TimelineEdge(CursorOf(row).Encode(request.Dated.Binding), row.Id))];
        PageEnds ends = new(found.HasNext, request.Dated.HasOtherSide, edges.IsEmpty ? null : edges[0].Cursor, edges.IsEmpty ? null : edges[^1].Cursor);
        return new(edges, ends, found.TotalCount, found.UndatedCount, TextOf(found));
    }

    private static Cursor CursorOf(TimelineRow row) => new([SortValue.Of(row.When.Earliest), SortValue.Of(row.When.Latest)], row.Id, "");

    private static string TextOf(TimelineRows found)
    {
        var shown = string.Join("; ", found.Rows.Select(row => $"{row.When.Edtf} {NarrativeWriter.OneLine(row.Caption)}"));
        var undated = found.UndatedCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {found.UndatedCount} undated");
        var count = string.Create(CultureInfo.InvariantCulture, $"{found.TotalCount} dated{undated} event{(found.TotalCount + found.UndatedCount == 1 ? "" : "s")}");
        var more = found.Rows.Length > 0 && found.Rows.Length < found.TotalCount ? string.Create(CultureInfo.InvariantCulture, $", {found.Rows.Length} of them here") : "";
        return shown.Length == 0 ? $"{count}." : $"{count}{more}: {shown}.";
    }
}

/// <param name="Node">The event's id.</param>
public sealed record TimelineEdge(string Cursor, string Node);
