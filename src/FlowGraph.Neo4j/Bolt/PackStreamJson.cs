using System.Text.Json;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>PackStream → JSON in the form of the Query API, and JSON → PackStream.</summary>
public static class PackStreamJson
{
    // As deep as a reader of JSON goes.
    private const int MostDepth = 60;

    /// <summary>The next value of <paramref name="reader"/>.</summary>
    public static void Write(Utf8JsonWriter json, ref PackStreamReader reader)
    {
        ArgumentNullException.ThrowIfNull(json);
        Write(json, ref reader, 0);
    }

    /// <summary>One JSON text. A number with a point or an exponent is a float.</summary>
    public static void Write(PackStreamWriter writer, ReadOnlySpan<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        Write(writer, ref reader);
    }

    private static void Write(Utf8JsonWriter json, ref PackStreamReader reader, int depth)
    {
        if (depth > MostDepth)
            throw new InvalidDataException("A value is nested too deeply.");
        reader.Read();
        switch (reader.Kind)
        {
            case PackStreamKind.Null:
                json.WriteNullValue();
                break;
            case PackStreamKind.Boolean:
                json.WriteBooleanValue(reader.Integer != 0);
                break;
            case PackStreamKind.Integer:
                json.WriteNumberValue(reader.Integer);
                break;
            case PackStreamKind.Float:
                Write(json, reader.Float);
                break;
            case PackStreamKind.Text:
                json.WriteStringValue(reader.Span);
                break;
            case PackStreamKind.Bytes:
                json.WriteBase64StringValue(reader.Span);
                break;
            case PackStreamKind.List:
                json.WriteStartArray();
                for (var left = reader.Count; left > 0; left--)
                    Write(json, ref reader, depth + 1);
                json.WriteEndArray();
                break;
            case PackStreamKind.Map:
                json.WriteStartObject();
                for (var left = reader.Count; left > 0; left--)
                {
                    json.WritePropertyName(reader.ReadName());
                    Write(json, ref reader, depth + 1);
                }
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(StructureText.Read(ref reader));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            JsonFloat.Write(json, number);
        else
            json.WriteStringValue(double.IsNaN(number) ? "NaN"u8 : number > 0 ? "Infinity"u8 : "-Infinity"u8);
    }

    private static void Write(PackStreamWriter writer, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                writer.Null();
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.Boolean(reader.TokenType == JsonTokenType.True);
                break;
            case JsonTokenType.Number when !reader.ValueSpan.ContainsAny(".eE"u8) && reader.TryGetInt64(out var number):
                writer.Integer(number);
                break;
            case JsonTokenType.Number:
                writer.Float(reader.GetDouble());
                break;
            case JsonTokenType.StartArray:
                var list = writer.OpenList();
                var items = 0;
                for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; items++)
                    Write(writer, ref reader);
                writer.Close(list, items);
                break;
            case JsonTokenType.StartObject:
                var map = writer.OpenMap();
                var pairs = 0;
                for (; reader.Read() && reader.TokenType != JsonTokenType.EndObject; pairs++)
                {
                    Text(writer, in reader);
                    reader.Read();
                    Write(writer, ref reader);
                }
                writer.Close(map, pairs);
                break;
            default:
                Text(writer, in reader);
                break;
        }
    }

    private static void Text(PackStreamWriter writer, in Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            writer.Text(reader.GetString());
        else
            writer.Text(reader.ValueSpan);
    }
}
