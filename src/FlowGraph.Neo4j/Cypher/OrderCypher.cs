using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>One component of an order, as an expression.</summary>
/// <param name="Kind">What a cursor's value becomes to be compared with it.</param>
/// <param name="MayBeMissing">Missing values stand last, whichever way the order goes.</param>
/// <param name="IsIndexed">It is a property with an index of its own.</param>
internal readonly record struct SortKey(string Expression, ValueKind Kind, bool Descending, bool MayBeMissing, bool IsIndexed = false)
{
    /// <summary>For ORDER BY. Neo4j puts null last going up and first going down.</summary>
    public string Order => (Descending, MayBeMissing) switch
    {
        (true, true) => $"{Expression} IS NULL, {Expression} DESC",
        (true, false) => $"{Expression} DESC",
        _ => Expression,
    };
}

/// <summary>The order of a page and the place where it goes on.</summary>
internal static class OrderCypher
{
    /// <summary>The terms of <paramref name="order"/> on <paramref name="node"/>; ids come after them.</summary>
    public static IEnumerable<SortKey> Keys(IEnumerable<OrderTerm> order, string node) => order.SelectMany(term => Keys(term, node));

    /// <summary>The place of a member in its enum; null where there is none.</summary>
    public static string Ordinal(EnumType type, string value) =>
        $"CASE {value} {string.Join(' ', type.Members.Select((member, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN '{member.Name}' THEN {place}")))} END";

    /// <summary>What comes after the cursor, as a condition; null where the page begins at the start.</summary>
    /// <param name="ids">The node's id, then the edge's where rows are edges.</param>
    public static string? After(Cursor? cursor, IReadOnlyList<SortKey> keys, IReadOnlyList<string> ids, ParameterList parameters)
    {
        if (cursor is null)
            return null;
        var condition = ById(cursor, ids, parameters);
        for (var i = keys.Count - 1; i >= 0; i--)
            condition = After(keys[i], cursor.Values[i], condition, parameters);
        return condition;
    }

    /// <summary>From a cursor's value on, as a range that an index can seek.</summary>
    /// <param name="rest">What comes after the cursor among those of the same value.</param>
    public static string From(SortKey key, SortValue at, string rest, ParameterList parameters)
    {
        var value = Value(key.Kind, at);
        var parameter = parameters.Add(value);
        string Beyond(string sign) => Comparison.Of(key.Expression, sign, value, parameter, parameters);
        return key.Descending ? $"{Beyond("<=")} AND ({Beyond("<")} OR {rest})" : $"{Beyond(">=")} AND ({Beyond(">")} OR {rest})";
    }

    private static IEnumerable<SortKey> Keys(OrderTerm term, string node)
    {
        var property = term.Property;
        string Stored(StoredPart part) => $"{node}.{StoredProperty.Of(property).First(stored => stored.Part == part).Name}";
        return property.Kind switch
        {
            ValueKind.FuzzyDate => [Key(Stored(StoredPart.Earliest), ValueKind.Date, true) with { IsIndexed = property is { IsContract: true, Name: "when" } || property.IsIndexed }, Key(Stored(StoredPart.Latest), ValueKind.Date, true)],
            ValueKind.Quantity => [Key($"coalesce({Stored(StoredPart.Best)}, {Stored(StoredPart.Low)}, {Stored(StoredPart.High)})", ValueKind.Float, true)],
            ValueKind.Enum => [Key(Ordinal(property.Enum!, Stored(StoredPart.Value)), ValueKind.Int, !property.IsRequired)],
            _ => [Key(Stored(StoredPart.Value), property.Kind, !property.IsRequired) with { IsIndexed = property.IsIndexed || property.IsKey }],
        };

        SortKey Key(string expression, ValueKind kind, bool mayBeMissing) => new(expression, kind, term.Descending, mayBeMissing);
    }

    private static string ById(Cursor cursor, IReadOnlyList<string> ids, ParameterList parameters)
    {
        var id = parameters.Add(cursor.Id);
        if (ids.Count == 1)
            return $"{ids[0]} > {id}";
        return $"({ids[0]} > {id} OR {ids[0]} = {id} AND {ids[1]} > {parameters.Add(cursor.Tie)})";
    }

    private static string After(SortKey key, SortValue at, string rest, ParameterList parameters)
    {
        if (at.IsMissing)
            return $"({key.Expression} IS NULL AND {rest})";
        var value = Value(key.Kind, at);
        var parameter = parameters.Add(value);
        var beyond = Comparison.Of(key.Expression, key.Descending ? "<" : ">", value, parameter, parameters);
        return key.MayBeMissing ? $"({beyond} OR {key.Expression} IS NULL OR {key.Expression} = {parameter} AND {rest})" : $"({beyond} OR {key.Expression} = {parameter} AND {rest})";
    }

    private static object Value(ValueKind kind, SortValue at) => kind switch
    {
        _ when at.Text is { } text => text,
        ValueKind.Date => DateOnly.FromDayNumber((int)at.Number),
        ValueKind.Boolean => at.Number > 0,
        ValueKind.Int => (long)at.Number,
        _ => at.Number,
    };
}
