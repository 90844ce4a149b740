using System.Text.Json.Nodes;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

internal static class ReleaseManifest
{
    private const string Id = "release:oil-for-troops";

    private static readonly string[] Described = ["scope", "counting.rule", "referenceBasis", "transliteration"];

    public static string Write(Draft draft, IEnumerable<string> files)
    {
        var meta = draft.Dossier["meta"].Single();
        var groups = meta.Leaves().Where(leaf => leaf.Path.StartsWith("counting.groups.", StringComparison.Ordinal)).ToList();
        foreach (var (path, _) in groups) Map(path);
        var description = string.Join(' ', Described.Select(Sentence));
        var grades = meta.Leaves().Where(leaf => leaf.Path.StartsWith("confidenceScale.", StringComparison.Ordinal)).ToList();
        foreach (var (path, _) in grades) Map(path);
        var scale = string.Join("; ", grades.Select(grade => $"{grade.Path.Split('.')[1]}: {grade.Value.GetString()}"));
        draft.Ledger.DropField(meta.Key, "preparedFor", "says what the dossier was made for, not what the data is");
        Map("title");

        return DatasetText.Document(new JsonObject
        {
            ["id"] = Id,
            ["version"] = "1.0.0",
            ["title"] = meta.Required("title"),
            ["description"] = $"{description} Grades of passages: {scale}.",
            ["licence"] = "CC-BY-4.0",
            ["releasedAt"] = "2026-11-25",
            ["contact"] = "See CONTRIBUTING.md",
            ["corrections"] = "CORRECTIONS.md",
            ["countingGroups"] = new JsonArray([.. groups.Select(group => Group(group.Path.Split('.')[2], group.Value.GetString()!))]),
            ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]),
            ["sha256"] = "",
        });

        string Sentence(string path)
        {
            Map(path);
            return meta.Required(path).TrimEnd('.') + ".";
        }

        void Map(string path) => draft.Ledger.Field(meta.Key, path, Id);
    }

    private static JsonObject Group(string id, string note) => new JsonObject { ["id"] = id, ["note"] = note };
}
