using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Response;
using FlowGraph.Query.Search;
using FlowGraph.Query.Timelines;

namespace FlowGraph.Query.Plan;

/// <summary>One release of a graph, ready to answer. An instance never changes: a new release is a new instance.</summary>
public interface IGraphStore : IRecordStore
{
    /// <summary>Why it does not answer now, as far as is known without asking it; null where all is well.</summary>
    public StoreException? Trouble => null;

    /// <summary>What is needed of the records that match, by id.</summary>
    public ValueTask<AggregateRows> MeasureAsync(AggregateRequest request, AggregateNeeds needs, CancellationToken cancellationToken);

    /// <summary>A page of events by date, and how many there are.</summary>
    public ValueTask<TimelineRows> TimelineAsync(TimelineRequest request, CancellationToken cancellationToken);

    /// <summary>How many edges there are of each relationship of the model; one that is not named has none.</summary>
    public ValueTask<IReadOnlyDictionary<Relationship, int>> EdgeCountsAsync(CancellationToken cancellationToken);

    /// <summary>The names to search in: all of the release, read once; or, where there are too many to hold, those that may be meant.</summary>
    public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Answers <paramref name="request"/> into <paramref name="writer"/>, which then holds the value of <c>data</c>.</summary>
    /// <returns>The errors of single fields, in the order in which they occurred; empty when all is well.</returns>
    /// <remarks>A failure of the store is the failure of the whole request, never a partial answer.</remarks>
    public ValueTask<IReadOnlyList<FieldError>> ExecuteAsync(BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken);
}

/// <summary>A plan with the values of one request.</summary>
/// <param name="Bound">One value per slot of the plan.</param>
/// <param name="Inputs">One per root: what was found for it before the walk (a chain, a chain result), or null.</param>
/// <param name="PublicUrl">What permalinks start with; empty = root-relative.</param>
public readonly record struct BoundRequest(QueryPlan Plan, object?[] Bound, object?[] Inputs, string PublicUrl);
