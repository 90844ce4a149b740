using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Unicode;

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
            faults.Add(
                ErrorCodes.ImportEncoding, place.Whole, "The bytes of this line are no valid UTF-8.", expected: "UTF-8 without a byte order mark",
                hint: "Save the file as UTF-8.");
            return null;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                faults.Add(
                    ErrorCodes.ImportJson, place.Whole, $"Found {Word(reader.TokenType)}, expected one JSON object.", Word(reader.TokenType), "a JSON object");
                return null;
            }

            var count = faults.Count;
            var value = new Walk(place, faults).ReadObject(ref reader);
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

    /// <summary>One descent into an object; knows its path so that a fault can name the key.</summary>
    private sealed class Walk(LinePlace place, Faults faults)
    {
        private const int FewFields = 16;

        private readonly List<(string Name, int Index)> _path = [];

        public JsonObject ReadObject(ref Utf8JsonReader reader)
        {
            var fields = ImmutableArray.CreateBuilder<JsonField>();
            HashSet<string>? names = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = ReadText(ref reader);
                _path.Add((name, -1));
                if (fields.Count == FewFields)
                    names = [.. fields.Select(field => field.Name)];
                if (names is null ? Has(fields, name) : !names.Add(name))
                    faults.Add(
                        ErrorCodes.ImportDuplicateField, place.Field(Path), $"The key '{Path}' stands twice in one object.", name, "every key once",
                        "Keep one of them.");
                reader.Read();
                fields.Add(new JsonField(name, ReadValue(ref reader)));
                _path.RemoveAt(_path.Count - 1);
            }

            return new JsonObject(fields.DrainToImmutable());
        }

        private JsonValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader),
            JsonTokenType.StartArray => ReadArray(ref reader),
            JsonTokenType.String => new JsonText(ReadText(ref reader)),
            JsonTokenType.Number => ReadNumber(ref reader),
            JsonTokenType.True => new JsonBoolean(true),
            JsonTokenType.False => new JsonBoolean(false),
            _ => JsonNull.Instance,
        };

        private JsonArray ReadArray(ref Utf8JsonReader reader)
        {
            var items = ImmutableArray.CreateBuilder<JsonValue>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                _path.Add(("", items.Count));
                items.Add(ReadValue(ref reader));
                _path.RemoveAt(_path.Count - 1);
            }

            return new JsonArray(items.DrainToImmutable());
        }

        private string ReadText(ref Utf8JsonReader reader)
        {
            try
            {
                return CanonicalForm.Of(reader.GetString() ?? "");
            }
            catch (InvalidOperationException)
            {
                // The only text left that the reader cannot decode: an escaped half of a surrogate pair.
                faults.Add(
                    ErrorCodes.ImportEncoding, place.Field(Path), "An escape like '\\uD800' is half a character; expected whole ones.",
                    expected: "whole characters");
                return "";
            }
        }

        private JsonNumber ReadNumber(ref Utf8JsonReader reader)
        {
            if (reader.TryGetDouble(out var number) && double.IsFinite(number))
                return new JsonNumber(number);
            faults.Add(
                ErrorCodes.ImportJson, place.Field(Path), "This number is too large for a double; expected one up to 1.7e308.",
                expected: "a number up to 1.7e308");
            return new JsonNumber(0);
        }

        private string Path => string.Concat(_path.Select((step, i) =>
            step.Index >= 0 ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]") : i == 0 ? step.Name : $".{step.Name}"));

        private static bool Has(ImmutableArray<JsonField>.Builder fields, string name)
        {
            foreach (var field in fields)
            {
                if (field.Name == name)
                    return true;
            }

            return false;
        }
    }
}
