using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Neo4j.Answering;

/// <summary>A reply's values → the values of records.</summary>
internal static class StoredReader
{
    /// <summary>The value of one property, as its kind has it; null where it is missing.</summary>
    /// <param name="stored">For a quantity the list of its parts, for a date its text, else the value.</param>
    /// <exception cref="StoredValueException">What is stored is no value of this property.</exception>
    public static object? Value(PropertyDefinition property, JsonElement stored)
    {
        if (stored.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return property.IsList ? ImmutableArray<string>.Empty : null;
        if (property.IsList)
            return Texts(property, stored);
        return property.Kind switch
        {
            ValueKind.Int => stored.ValueKind == JsonValueKind.Number && stored.TryGetInt32(out var number) ? number : throw Wrong(property, stored),
            ValueKind.Float => Number(property, stored),
            ValueKind.Boolean => stored.ValueKind is JsonValueKind.True or JsonValueKind.False ? stored.GetBoolean() : throw Wrong(property, stored),
            ValueKind.Date => Day(property, stored),
            ValueKind.Enum => Text(property, stored) is var member && property.Enum!.OrdinalOf(member) >= 0 ? member : throw Wrong(property, stored),
            ValueKind.FuzzyDate => FuzzyDate.TryParse(Text(property, stored), out var date, out _) ? date : throw Wrong(property, stored),
            ValueKind.Quantity => Quantity(property, stored),
            _ => Text(property, stored),
        };
    }

    /// <summary>The value of one property of a record.</summary>
    /// <param name="properties">All of the record's, by name.</param>
    public static object? Of(PropertyDefinition property, JsonElement properties) =>
        property.Kind == ValueKind.Quantity ? QuantityOf(property, properties) : Value(property, Part(properties, StoredProperty.Of(property)[0].Name));

    /// <summary>A node from its properties by name.</summary>
    public static NodeRecord Node(NodeType type, JsonElement properties) =>
        new(type, Id(properties), Values(type.Properties, properties));

    /// <inheritdoc cref="Node(NodeType, JsonElement)"/>
    public static NodeRecord Node(GraphModel model, JsonElement properties) => Node(TypeOf(model, Id(properties)), properties);

    /// <summary>What a node is, by its id.</summary>
    public static NodeType TypeOf(GraphModel model, string id) =>
        model.NodeTypeOfId(id) ?? throw new StoredValueException($"The store holds a node '{id}', of a type that the model does not have.");

    /// <summary>An id that must be there.</summary>
    public static string IdOf(JsonElement id) =>
        id.ValueKind == JsonValueKind.String ? id.GetString()! : throw new StoredValueException("A record of the store has no id.");

    /// <summary>An edge from its properties by name.</summary>
    public static EdgeRecord Edge(Relationship relationship, string from, string to, JsonElement properties) =>
        new(relationship, Id(properties), from, to, Values(relationship.Edge.Properties, properties));

    public static string Id(JsonElement properties) =>
        properties.TryGetProperty("id", out var id) ? IdOf(id) : throw new StoredValueException("A record of the store has no id.");

    private static ImmutableArray<object?> Values(ImmutableArray<PropertyDefinition> definitions, JsonElement properties) =>
        [.. definitions.Select(property => Of(property, properties))];

    private static JsonElement Part(JsonElement properties, string name) => properties.TryGetProperty(name, out var value) ? value : default;

    private static Quantity? QuantityOf(PropertyDefinition property, JsonElement properties) =>
        Quantity(property, [.. StoredProperty.Of(property).Select(part => Part(properties, part.Name))]);

    private static Quantity? Quantity(PropertyDefinition property, JsonElement parts) => Quantity(property, [.. parts.EnumerateArray()]);

    // In the order of StoredProperty.
    private static Quantity? Quantity(PropertyDefinition property, JsonElement[] parts)
    {
        if (Array.TrueForAll(parts, part => part.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined))
            return null;
        double? Figure(int part) => parts[part].ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : Number(property, parts[part]);
        return new(Figure(0), Figure(1), Figure(2), Text(property, parts[3]), Text(property, parts[4]),
            parts[5].ValueKind == JsonValueKind.String ? parts[5].GetString() : null, parts[6].ValueKind == JsonValueKind.True);
    }

    private static ImmutableArray<string> Texts(PropertyDefinition property, JsonElement stored) =>
        stored.ValueKind == JsonValueKind.Array ? [.. stored.EnumerateArray().Select(item => Text(property, item))] : throw Wrong(property, stored);

    private static string Text(PropertyDefinition property, JsonElement stored) =>
        stored.ValueKind == JsonValueKind.String ? stored.GetString()! : throw Wrong(property, stored);

    private static double Number(PropertyDefinition property, JsonElement stored) =>
        stored.ValueKind == JsonValueKind.Number && stored.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(property, stored);

    private static DateOnly Day(PropertyDefinition property, JsonElement stored) =>
        DateOnly.TryParseExact(Text(property, stored), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(property, stored);

    private static StoredValueException Wrong(PropertyDefinition property, JsonElement stored) =>
        new($"The store holds {(stored.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "no value" : $"a value of the wrong kind ({stored.ValueKind})")} where the model has {property.Name}, {property.Kind}.");
}

/// <summary>Somebody changed the database: it holds what no import of this model writes.</summary>
internal sealed class StoredValueException(string message) : Exception(message);
