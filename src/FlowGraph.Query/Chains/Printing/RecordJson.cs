using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Stored values of a record as JSON, shaped as in the API.</summary>
internal static class RecordJson
{
    /// <summary>Of which release it is, as a member.</summary>
    public static void Release(Utf8JsonWriter json, ReleaseInfo release)
    {
        json.WriteStartObject("release");
        json.WriteString("id", release.Id);
        json.WriteString("version", release.Version);
        json.WriteString("sha256", release.Sha256);
        json.WriteString("releasedAt", release.ReleasedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("licence", release.Licence);
        json.WriteString("contact", release.Contact);
        json.WriteString("corrections", release.Corrections);
        json.WriteEndObject();
    }

    public static void Properties(Utf8JsonWriter json, ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values)
    {
        foreach (var property in properties)
        {
            json.WritePropertyName(property.Name);
            Value(json, values[property.Index]);
        }
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case DateOnly day:
                json.WriteStringValue(Day(day));
                break;
            case ImmutableArray<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteStringValue(item);

                json.WriteEndArray();
                break;
            case FuzzyDate date:
                json.WriteStartObject();
                json.WriteString("edtf", date.Edtf);
                json.WriteString("earliest", date.Earliest is { } earliest ? Day(earliest) : null);
                json.WriteString("latest", date.Latest is { } latest ? Day(latest) : null);
                json.WriteString("precision", FactWords.ToText(date.Precision));
                json.WriteEndObject();
                break;
            case Quantity quantity:
                json.WriteStartObject();
                Figure(json, "best", quantity.Best);
                Figure(json, "low", quantity.Low);
                Figure(json, "high", quantity.High);
                json.WriteString("unit", quantity.Unit);
                json.WriteString("bound", quantity.Bound);
                json.WriteString("text", quantity.Text);
                json.WriteBoolean("contested", quantity.Contested);
                json.WriteString("display", quantity.Display);
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static void Figure(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
