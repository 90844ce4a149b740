using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.Http;

/// <summary>What stands behind /export/: <c>fact/{id}.md</c>, <c>dataset.csv.zip</c>. No id has a dot, so the ending begins at the first one.</summary>
internal abstract record ExportName
{
    private const string DatasetName = "dataset";

    // Enough to see what is meant.
    private const int Shown = 60;

    private static readonly Dictionary<string, ExportKind> _kinds = Enum.GetValues<ExportKind>().ToDictionary(NameOf);

    private ExportName()
    {
    }

    public sealed record Record(ExportKind Kind, string Id, ExportFormat Format) : ExportName;

    public sealed record Dataset(DatasetFormat Format) : ExportName;

    public static string NameOf(ExportKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>As in an address or file name.</summary>
    public static string FileName(string id, string extension) => $"{id.Replace(':', '_')}.{extension}";

    /// <exception cref="RequestException">Nothing can be called so.</exception>
    public static ExportName Parse(string path)
    {
        var parts = path.Split('/');
        var (name, ending) = parts[^1].IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (parts[^1][..dot], parts[^1][(dot + 1)..]) : (parts[^1], "");
        if (parts is [_] && name == DatasetName)
        {
            return new Dataset(ExportFormats.ParseDataset(ending)
                ?? throw Wrong($"the ending \"{Short(ending)}\"", $"one of {string.Join(", ", ExportFormats.DatasetExtensions)}"));
        }
        if (parts is not [var first, _] || !_kinds.TryGetValue(first, out var kind))
            throw Wrong($"/export/{Short(path)}", $"/export/{string.Join('|', _kinds.Keys)}/ID.ENDING or /export/{DatasetName}.ENDING");
        if (kind == ExportKind.Chain ? !ChainId.TryParse(name, out _) : !RecordId.IsValid(name))
        {
            throw new RequestException(ErrorCodes.NotAValidId,
                $"Found \"{Short(name)}\", expected {(kind == ExportKind.Chain ? "the id of a chain, as chains gives it" : "an id such as \"vessel:chon-ma-san\": small letters, digits and hyphens on both sides of one colon")}.");
        }
        return new Record(kind, name, ExportFormats.Parse(ending)
            ?? throw Wrong($"the ending \"{Short(ending)}\"", $"one of {string.Join(", ", ExportFormats.Extensions)}"));
    }

    public static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";

    private static RequestException Wrong(string found, string expected) => new(ErrorCodes.BadUserInput, $"Found {found}, expected {expected}.");
}
