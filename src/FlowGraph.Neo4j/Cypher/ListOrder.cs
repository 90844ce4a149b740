using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The order of a short list that is shown whole. The database would compile an order anew with every text, and sort for every record: here it is less work.</summary>
/// <param name="keys">Places in the list's records, and the enum in whose order a value stands; without one it is text, as ids and days are. What is missing comes last.</param>
internal sealed class ListOrder(ImmutableArray<(int Slot, EnumType? Enum)> keys) : IComparer<JsonElement>
{
    /// <summary>By properties, then by id; has the record give what it takes.</summary>
    public static ListOrder Of(RecordShape record, string node, params ReadOnlySpan<PropertyDefinition> properties)
    {
        var keys = ImmutableArray.CreateBuilder<(int, EnumType?)>();
        foreach (var property in properties)
        {
            var parts = StoredProperty.Of(property);
            foreach (var stored in property.Enum is null ? parts.Where(part => part.IsDate) : parts)
                keys.Add((record.Add($"{node}.{stored.Name}"), property.Enum));
        }
        keys.Add((record.Add($"{node}.id"), null));
        return new(keys.ToImmutable());
    }

    public IEnumerable<JsonElement> Sorted(JsonElement list)
    {
        if (list.GetArrayLength() < 2)
            return list.EnumerateArray();
        JsonElement[] records = [.. list.EnumerateArray()];
        Array.Sort(records, this);
        return records;
    }

    public int Compare(JsonElement x, JsonElement y)
    {
        foreach (var (slot, type) in keys)
        {
            var (one, other) = (Text(x[slot]), Text(y[slot]));
            var order = type is null ? Compare(one, other) : Place(type, one).CompareTo(Place(type, other));
            if (order != 0)
                return order;
        }
        return 0;
    }

    // What is no text is told of where the record is written.
    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Compare(string? one, string? other) =>
        one is null || other is null ? (one is null ? 1 : 0) - (other is null ? 1 : 0) : string.CompareOrdinal(one, other);

    private static int Place(EnumType type, string? member) => member is not null && type.OrdinalOf(member) is >= 0 and var place ? place : int.MaxValue;
}
