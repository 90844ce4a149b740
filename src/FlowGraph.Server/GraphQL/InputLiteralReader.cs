using System.Text.Json;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>JSON values → literals.</summary>
public static class InputLiteralReader
{
    /// <summary>The fields of the object at whose start the reader stands.</summary>
    public static IReadOnlyDictionary<string, InputLiteral> Fields(ref Utf8JsonReader reader)
    {
        var fields = new InputFields();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = Value(ref reader);
        }
        return fields;
    }

    private static InputLiteral Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return new InputLiteral.Null();
            case JsonTokenType.String:
                return new InputLiteral.Text(reader.GetString()!);
            case JsonTokenType.True or JsonTokenType.False:
                return new InputLiteral.Boolean(reader.GetBoolean());
            case JsonTokenType.Number:
                return new InputLiteral.Number(System.Text.Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.StartArray:
                var items = new List<InputLiteral>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader));
                return new InputLiteral.List([.. items]);
            default:
                return new InputLiteral.Object([.. Fields(ref reader)]);
        }
    }
}
