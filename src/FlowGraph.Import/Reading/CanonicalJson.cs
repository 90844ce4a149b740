using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowGraph.Import.Reading;

/// <summary>RFC 8785: keys in UTF-16 order, numbers as ECMAScript prints them, no spaces; null fields dropped.</summary>
internal static class CanonicalJson
{
    private static readonly SearchValues<char> _escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

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
                foreach (var field in map.Fields.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name)))
                {
                    if (field.Value is JsonNull)
                        continue;
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
                text.Append(CanonicalNumber.Text(number.Value));
                break;
            case JsonBoolean flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        var plain = value.AsSpan().IndexOfAny(_escaped);
        text.Append(plain < 0 ? value : value.AsSpan(0, plain));
        foreach (var c in plain < 0 ? [] : value.AsSpan(plain))
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
