using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowGraph.Neo4j.Client;

/// <summary>A value as Neo4j takes it in JSON: text, number, flag, a day as text, a list of any of these; rows that are JSON already.</summary>
internal static class JsonScalar
{
    public static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                JsonFloat.Write(json, number);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case JsonRows rows:
                json.WriteRawValue(rows.Utf8.Span, skipInputValidation: true);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case IEnumerable<object> items:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no value of Neo4j's.", nameof(value));
        }
    }
}
