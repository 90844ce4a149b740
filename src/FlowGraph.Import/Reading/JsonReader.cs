using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using FlowGraph.Import.Unicode;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Reading;

/// <summary>One JSON object from UTF-8 bytes; strict, and every fault a diagnostic.</summary>
internal static class JsonReader
{
    private const int MaxDepth = 32;

    /// <summary>The object that <paramref name="utf8"/> holds, or null with the faults added.</summary>
    public static JsonObject? Read(ReadOnlySpan<byte> utf8, LinePlace place, Faults faults)
    {
        if (!Utf8.IsValid(utf8))
        {
            faults.Add(ErrorCodes.ImportEncoding, place.Whole, "The bytes of this line are no valid UTF-8.", expected: "UTF-8 without a byte order mark", hint: "Save the file as UTF-8.");
            return null;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                faults.Add(ErrorCodes.ImportJson, place.Whole, $"Found {Word(reader.TokenType)}, expected one JSON object.", Word(reader.TokenType), "a JSON object");
                return null;
            }

            var count = faults.Count;
            var value = ReadObject(ref reader, "", place, faults);
            reader.Read();
            return faults.Count == count ? value : null;
        }
        catch (JsonException broken)
        {
            var column = (int)(broken.BytePositionInLine ?? 0) + 1;
            var at = place.Whole with { Line = Math.Max(place.Line, 1) + (int)(broken.LineNumber ?? 0), Column = column };
            faults.Add(ErrorCodes.ImportJson, at, $"This is no valid JSON: {Reason(broken.Message)}.", expected: "one JSON object");
            return null;
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader, string path, LinePlace place, Faults faults) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, path, place, faults),
        JsonTokenType.StartArray => ReadArray(ref reader, path, place, faults),
        JsonTokenType.String => new JsonText(ReadText(ref reader, path, place, faults)),
        JsonTokenType.Number => ReadNumber(ref reader, path, place, faults),
        JsonTokenType.True => new JsonBoolean(true),
        JsonTokenType.False => new JsonBoolean(false),
        _ => JsonNull.Instance,
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader, string path, LinePlace place, Faults faults)
    {
        var fields = ImmutableArray.CreateBuilder<JsonField>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ReadText(ref reader, path, place, faults);
            var own = path.Length == 0 ? name : $"{path}.{name}";
            if (!names.Add(name))
                faults.Add(ErrorCodes.ImportDuplicateField, place.Field(own), $"The key '{own}' stands twice in one object.", name, "every key once", "Keep one of them.");
            reader.Read();
            fields.Add(new JsonField(name, ReadValue(ref reader, own, place, faults)));
        }

        return new JsonObject(fields.DrainToImmutable());
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader, string path, LinePlace place, Faults faults)
    {
        var items = ImmutableArray.CreateBuilder<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, $"{path}[{items.Count}]", place, faults));
        return new JsonArray(items.DrainToImmutable());
    }

    private static string ReadText(ref Utf8JsonReader reader, string path, LinePlace place, Faults faults)
    {
        try
        {
            return CanonicalForm.Of(reader.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            // The only text left that the reader cannot decode: an escaped half of a surrogate pair.
            faults.Add(ErrorCodes.ImportEncoding, place.Field(path), "An escape like '\\uD800' is half a character; expected whole ones.", expected: "whole characters");
            return "";
        }
    }

    private static JsonNumber ReadNumber(ref Utf8JsonReader reader, string path, LinePlace place, Faults faults)
    {
        if (reader.TryGetDouble(out var number) && double.IsFinite(number))
            return new JsonNumber(number);
        faults.Add(ErrorCodes.ImportJson, place.Field(path), "This number is too large for a double.", expected: "a number up to 1.7e308");
        return new JsonNumber(0);
    }

    private static string Word(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    // The reader appends its own position ("LineNumber: 0 | BytePositionInLine: 7."), which the location already gives.
    private static string Reason(string message)
    {
        var position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).TrimEnd('.');
    }
}
