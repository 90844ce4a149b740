using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The order of a page and the place where it goes on.</summary>
internal static class OrderCypher
{
    /// <summary>The keys of a property of <paramref name="node"/>.</summary>
    public static IEnumerable<SortKey> Keys(PropertyDefinition property, bool descending, string node)
    {
        string Stored(StoredPart part) => $"{node}.{StoredProperty.Of(property).First(stored => stored.Part == part).Name}";
        return property.Kind switch
        {
            ValueKind.FuzzyDate => [Key(Stored(StoredPart.Earliest), ValueKind.Date, true) with { IsIndexed = property is { IsContract: true, Name: "when" } || property.IsIndexed }, Key(Stored(StoredPart.Latest), ValueKind.Date, true)],
            ValueKind.Quantity => [Key($"coalesce({Stored(StoredPart.Best)}, {Stored(StoredPart.Low)}, {Stored(StoredPart.High)})", ValueKind.Float, true)],
            ValueKind.Enum => [Key(Ordinal(property.Enum!, Stored(StoredPart.Value)), ValueKind.Int, !property.IsRequired)],
            _ => [Key(Stored(StoredPart.Value), property.Kind, !property.IsRequired) with { IsIndexed = property.IsIndexed || property.IsKey }],
        };

        SortKey Key(string expression, ValueKind kind, bool mayBeMissing) => new(expression, kind, descending, mayBeMissing);
    }

    /// <summary>The place of a member in its enum; null where there is none.</summary>
    public static string Ordinal(EnumType type, string value) =>
        $"CASE {value} {string.Join(' ', type.Members.Select((member, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN '{member.Name}' THEN {place}")))} END";

    /// <summary>What comes after the cursor, as a condition, or with <paramref name="before"/> what comes before it.</summary>
    /// <param name="ids">The node's id, then the edge's where rows are edges.</param>
    public static string Beyond(Cursor cursor, bool before, IReadOnlyList<SortKey> keys, IReadOnlyList<string> ids, ParameterList parameters)
    {
        var condition = ById(cursor, before ? "<" : ">", ids, parameters);
        for (var i = keys.Count - 1; i >= 0; i--)
            condition = Beyond(keys[i], before, cursor.Values[i], condition, parameters);
        return condition;
    }

    /// <summary>From a cursor's value on, as a range that an index can seek.</summary>
    /// <param name="rest">What comes beyond the cursor among those of the same value.</param>
    public static string From(SortKey key, bool before, SortValue at, string rest, ParameterList parameters)
    {
        var value = Value(key.Kind, at);
        var parameter = parameters.Add(value);
        var sign = Sign(key, before);
        string Compared(string sign) => Comparison.Of(key.Expression, sign, value, parameter, parameters);
        return $"{Compared(sign + "=")} AND ({Compared(sign)} OR {rest})";
    }

    private static string Sign(SortKey key, bool before) => key.Descending == before ? ">" : "<";

    private static string ById(Cursor cursor, string sign, IReadOnlyList<string> ids, ParameterList parameters)
    {
        var id = parameters.Add(cursor.Id);
        if (ids.Count == 1)
            return $"{ids[0]} {sign} {id}";
        return $"({ids[0]} {sign} {id} OR {ids[0]} = {id} AND {ids[1]} {sign} {parameters.Add(cursor.Tie)})";
    }

    private static string Beyond(SortKey key, bool before, SortValue at, string rest, ParameterList parameters)
    {
        if (at.IsMissing)
            return before ? $"({key.Expression} IS NOT NULL OR {rest})" : $"({key.Expression} IS NULL AND {rest})";
        var value = Value(key.Kind, at);
        var parameter = parameters.Add(value);
        var beyond = Comparison.Of(key.Expression, Sign(key, before), value, parameter, parameters);
        return key.MayBeMissing && !before ? $"({beyond} OR {key.Expression} IS NULL OR {key.Expression} = {parameter} AND {rest})" : $"({beyond} OR {key.Expression} = {parameter} AND {rest})";
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
