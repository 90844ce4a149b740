using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Aggregates;

/// <summary>What records are grouped by: an enum, a flag, the year or month of a date, or where a single relationship leads.</summary>
/// <param name="Name">In the spelling of the API: LOADED_AT, WHEN_YEAR.</param>
/// <param name="DateFormat">Of a date's key: of the year or of the month.</param>
public sealed record GroupKey(string Name, PropertyDefinition? Property, RelationshipEnd? End, string? DateFormat = null)
{
    private const string Year = "yyyy";
    private const string Month = "yyyy-MM";

    /// <summary>All that records of the type can be grouped by, in the order of the API.</summary>
    public static IEnumerable<GroupKey> Of(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var property in type.Properties.Where(property => !property.IsList))
        {
            var name = Spelled(property.FieldName);
            if (property.Kind is ValueKind.Enum or ValueKind.Boolean)
                yield return new(name, property, null);
            if (property.Kind is not (ValueKind.Date or ValueKind.FuzzyDate))
                continue;
            yield return new(name + "_YEAR", property, null, Year);
            yield return new(name + "_MONTH", property, null, Month);
        }
        foreach (var end in type.Ends.Where(end => !end.IsList))
            yield return new(Spelled(end.Name), null, end);
    }

    internal GroupValue Value(AggregateNeeds needs, AggregateRow row)
    {
        if (End is not null)
            return row.Ends[needs.Ends.IndexOf(End)] is { } id ? new(Name, id, id) : new(Name, null, null);
        return new(Name, needs.Value(row, Property!.Name) switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            DateOnly day => Text(day),
            FuzzyDate date => Span(date),
            var member => (string)member,
        }, null);
    }

    /// <summary>A date across a border stands under its span, as EDTF writes it.</summary>
    private string Span(FuzzyDate date)
    {
        var (from, to) = (Text(date.Earliest), Text(date.Latest));
        return from == to ? from : $"{from}/{to}";
    }

    private string Text(DateOnly? day) => day?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "..";

    private static string Spelled(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString()));
}
