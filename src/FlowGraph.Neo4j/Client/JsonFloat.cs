using System.Globalization;
using System.Text.Json;

namespace FlowGraph.Neo4j.Client;

/// <summary>A number that Neo4j reads as FLOAT: 5 would become an INTEGER, 5.0 does not.</summary>
public static class JsonFloat
{
    public static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static void Write(Utf8JsonWriter json, double number)
    {
        ArgumentNullException.ThrowIfNull(json);
        Span<byte> text = stackalloc byte[32];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (!text[..length].ContainsAny((byte)'.', (byte)'E'))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
