using System.Collections.Immutable;

namespace FlowGraph.Import.Reading;

/// <summary>A JSON value as read: text in normalization form C, numbers finite, keys of an object unique.</summary>
internal abstract record JsonValue
{
    private protected JsonValue()
    {
    }

    /// <summary>The kind in words, for messages.</summary>
    public abstract string Kind { get; }
}

internal sealed record JsonNull : JsonValue
{
    public static JsonNull Instance { get; } = new();

    public override string Kind => "null";
}

internal sealed record JsonBoolean(bool Value) : JsonValue
{
    public override string Kind => "true or false";
}

internal sealed record JsonNumber(double Value) : JsonValue
{
    public override string Kind => "a number";
}

internal sealed record JsonText(string Value) : JsonValue
{
    public override string Kind => "text";
}

internal sealed record JsonArray(ImmutableArray<JsonValue> Items) : JsonValue
{
    public override string Kind => "a list";
}

/// <summary>Fields in the order of the file.</summary>
internal sealed record JsonObject(ImmutableArray<JsonField> Fields) : JsonValue
{
    public override string Kind => "an object";

    public JsonValue? this[string name] => Fields.FirstOrDefault(field => field.Name == name).Value;
}

internal readonly record struct JsonField(string Name, JsonValue Value);
