using System.Globalization;
using System.Text;

namespace FlowGraph.Import.Reading;

/// <summary>RFC 8785: keys in UTF-16 order, numbers as ECMAScript prints them, no spaces; null fields dropped.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    public static void Write(JsonValue value, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject map:
                text.Append('{');
                var first = true;
                foreach (var field in map.Fields.Where(field => field.Value is not JsonNull).OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    if (!first)
                        text.Append(',');
                    first = false;
                    WriteText(field.Name, text);
                    text.Append(':');
                    Write(field.Value, text);
                }

                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(list.Items[i], text);
                }

                text.Append(']');
                break;
            case JsonText word:
                WriteText(word.Value, text);
                break;
            case JsonNumber number:
                text.Append(Number(number.Value));
                break;
            case JsonBoolean flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    /// <summary>As ECMAScript's Number::toString: decimal from 1e-6 up to below 1e21, else with an exponent.</summary>
    public static string Number(double number)
    {
        if (number == 0)
            return "0";

        // "R" gives the shortest digits that read back as the same number, but has its own idea of when to write an exponent.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mantissa = shortest.Split('E');
        var point = mantissa[0].IndexOf('.', StringComparison.Ordinal);
        var exponent = (point < 0 ? mantissa[0].Length : point) + (mantissa.Length > 1 ? int.Parse(mantissa[1], CultureInfo.InvariantCulture) : 0);
        var all = mantissa[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        exponent -= all.Length - digits.Length;
        digits = digits.TrimEnd('0');

        var sign = number < 0 ? "-" : "";
        return exponent switch
        {
            > 0 and <= 21 when digits.Length <= exponent => sign + digits.PadRight(exponent, '0'),
            > 0 and <= 21 => $"{sign}{digits[..exponent]}.{digits[exponent..]}",
            > -6 and <= 0 => $"{sign}0.{new string('0', -exponent)}{digits}",
            _ => $"{sign}{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent > 0 ? "+" : "-")}{Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
