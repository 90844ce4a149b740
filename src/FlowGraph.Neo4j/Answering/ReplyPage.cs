using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Paging;

namespace FlowGraph.Neo4j.Answering;

/// <summary>The rows of one page of a reply. One more was asked for than is shown.</summary>
internal sealed class ReplyPage
{
    private readonly PageShape _shape;
    private readonly PageRequest _request;

    /// <param name="rows">Undefined where only the count was asked for.</param>
    public ReplyPage(PageShape shape, PageRequest request, JsonElement rows, int totalCount)
    {
        _shape = shape;
        _request = request;
        TotalCount = totalCount;
        if (shape.Row is not { } row)
            return;
        var hasMore = rows.GetArrayLength() > request.Size;
        HasNext = request.FromEnd ? request.HasOtherSide : hasMore;
        HasPrevious = request.FromEnd ? hasMore : request.HasOtherSide;
        var shown = rows.EnumerateArray().Take(request.Size).Select(item => Spot.At(row, item, this));
        // From the end they come last first.
        Rows = [.. request.FromEnd ? shown.Reverse() : shown];
    }

    public ImmutableArray<Spot> Rows { get; } = [];

    public int TotalCount { get; }

    public bool HasNext { get; }

    public bool HasPrevious { get; }

    public string Cursor(Spot row) => new Cursor(
        [.. _request.Order.Zip(_shape.Sort, (term, place) => SortValues(term, row.Values[place])).SelectMany(values => values)],
        row.Values[_shape.Id].GetString()!,
        _shape.Tie < 0 ? "" : row.Values[_shape.Tie].GetString()!).Encode(_request.Binding);

    private static IEnumerable<SortValue> SortValues(OrderTerm term, JsonElement stored) => term is OrderTerm.Property { Path.IsEmpty: true, Definition: var property }
        ? SortValues(property, StoredReader.Value(property, stored))
        : Enumerable.Range(0, term.Parts).Select(part => stored.ValueKind == JsonValueKind.Array ? Component(term, stored[part]) : SortValue.Missing);

    /// <summary>A component as the database compares it.</summary>
    private static SortValue Component(OrderTerm term, JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.Null => SortValue.Missing,
        JsonValueKind.Number => SortValue.Of(stored.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => SortValue.Of((double?)(stored.GetBoolean() ? 1 : 0)),
        _ when term is OrderTerm.Property { Definition.Kind: ValueKind.FuzzyDate or ValueKind.Date } =>
            SortValue.Of((DateOnly?)DateOnly.ParseExact(stored.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => SortValue.Of(stored.GetString()),
    };

    private static SortValue[] SortValues(PropertyDefinition property, object? value) => (property.Kind, value) switch
    {
        (ValueKind.FuzzyDate, _) => [SortValue.Of(((FuzzyDate?)value)?.Earliest), SortValue.Of(((FuzzyDate?)value)?.Latest)],
        (_, null) => [SortValue.Missing],
        (ValueKind.Enum, string member) => [SortValue.Of((double?)property.Enum!.OrdinalOf(member))],
        (_, string text) => [SortValue.Of(text)],
        (_, int number) => [SortValue.Of((double?)number)],
        (_, double number) => [SortValue.Of((double?)number)],
        (_, bool flag) => [SortValue.Of((double?)(flag ? 1 : 0))],
        (_, DateOnly day) => [SortValue.Of((DateOnly?)day)],
        (_, Quantity quantity) => [SortValue.Of(quantity.Best ?? quantity.Low ?? quantity.High)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
