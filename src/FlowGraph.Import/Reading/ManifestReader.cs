using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Reading;

internal sealed class ManifestReader(JsonObject text, Faults faults)
{
    private static readonly ImmutableArray<string> _fields =
        ["id", "version", "title", "description", "licence", "releasedAt", "contact", "corrections", "countingGroups", "files", "sha256"];

    private static readonly LinePlace _place = new(Manifest.FileName, 0);

    public Manifest Read()
    {
        foreach (var field in text.Fields.Where(field => !_fields.Contains(field.Name)))
            UnknownField(field.Name, field.Name, _fields);

        return new Manifest
        {
            Text = text,
            Id = ReadId(),
            Version = Required(text, "version", "version"),
            Title = Required(text, "title", "title"),
            Description = Required(text, "description", "description"),
            Licence = Required(text, "licence", "licence"),
            ReleasedAt = ReadDate(),
            Contact = Required(text, "contact", "contact"),
            Corrections = Optional(text, "corrections", "corrections"),
            CountingGroups = ReadGroups(),
            Files = ReadFiles(),
            Sha256 = ReadHash(),
        };
    }

    private string ReadId()
    {
        var id = Required(text, "id", "id");
        if (id.Length > 0 && !(RecordId.IsValid(id) && id.StartsWith("release:", StringComparison.Ordinal)))
            Wrong(ErrorCodes.ImportId, "id", id, "release:<name> in lower-case letters, digits and hyphens");
        return id;
    }

    private DateOnly ReadDate()
    {
        var written = Required(text, "releasedAt", "releasedAt");
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || written.Length == 0)
            return date;
        Wrong(ErrorCodes.ImportDate, "releasedAt", written, "a calendar day like 2024-03-07");
        return date;
    }

    private ImmutableArray<CountingGroup> ReadGroups()
    {
        var groups = ImmutableArray.CreateBuilder<CountingGroup>();
        foreach (var (item, path) in Items("countingGroups"))
        {
            if (item is not JsonObject group)
            {
                WrongType(path, item, "an object with id and note");
                continue;
            }

            foreach (var field in group.Fields.Where(field => field.Name is not ("id" or "note")))
                UnknownField(field.Name, $"{path}.{field.Name}", ["id", "note"]);
            var id = Required(group, "id", $"{path}.id");
            if (groups.Any(other => other.Id == id) && id.Length > 0)
                faults.Add(
                    ErrorCodes.ImportDuplicateId, _place.Field($"{path}.id"), $"The counting group '{id}' stands twice.", id, "every counting group once");
            groups.Add(new CountingGroup(id, Required(group, "note", $"{path}.note")));
        }

        return groups.DrainToImmutable();
    }

    private ImmutableArray<string> ReadFiles()
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, path) in Items("files"))
        {
            if (item is not JsonText { Value: var name })
                WrongType(path, item, "the name of a file");
            else if (name != Path.GetFileName(name) || name.Contains('\\', StringComparison.Ordinal) || !name.EndsWith(".jsonl", StringComparison.Ordinal))
                Wrong(ErrorCodes.ImportFileUnknown, path, name, "the name of a .jsonl file beside the manifest");
            else if (files.Contains(name))
                faults.Add(ErrorCodes.ImportFileUnknown, _place.Field(path), $"The file '{name}' is listed twice.", name, "every file once");
            else
                files.Add(name);
        }

        if (text["files"] is null or JsonNull)
            Missing("files", "files");
        return files.DrainToImmutable();
    }

    private string? ReadHash()
    {
        var hash = Optional(text, "sha256", "sha256");
        if (string.IsNullOrEmpty(hash))
            return null;
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            Wrong(ErrorCodes.ImportHash, "sha256", hash, "64 lower-case hexadecimal digits, or nothing");
        return hash;
    }

    private IEnumerable<(JsonValue Item, string Path)> Items(string name)
    {
        if (text[name] is JsonArray list)
            return list.Items.Select((item, i) => (item, $"{name}[{i.ToString(CultureInfo.InvariantCulture)}]"));
        if (text[name] is { } other and not JsonNull)
            WrongType(name, other, "a list");
        return [];
    }

    private string Required(JsonObject map, string name, string path)
    {
        var value = Optional(map, name, path);
        if (map[name] is null or JsonNull or JsonText { Value.Length: 0 })
            Missing(name, path);
        return value ?? "";
    }

    private string? Optional(JsonObject map, string name, string path)
    {
        switch (map[name])
        {
            case JsonText word:
                return word.Value;
            case null or JsonNull:
                return null;
            case { } other:
                WrongType(path, other, "text");
                return null;
        }
    }

    private void Missing(string name, string path) =>
        faults.Add(ErrorCodes.ImportMissingField, _place.Field(path), $"'{name}' is missing in the manifest.", expected: $"a value for '{name}'");

    private void Wrong(string code, string path, string found, string expected) =>
        faults.Add(code, _place.Field(path), $"'{path}' is '{found}'; expected {expected}.", found, expected);

    private void WrongType(string path, JsonValue found, string expected) =>
        faults.Add(ErrorCodes.ImportWrongType, _place.Field(path), $"'{path}' is {found.Kind}; expected {expected}.", found.Kind, expected);

    private void UnknownField(string name, string path, IEnumerable<string> known) =>
        faults.Add(
            ErrorCodes.ImportUnknownField, _place.Field(path), $"The manifest has no field '{name}'; expected one of {string.Join(", ", known)}.", name,
            $"one of {string.Join(", ", known)}", faults.Near(name, known));
}
