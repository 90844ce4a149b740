using System.Diagnostics;

namespace FlowGraph.Query.Exports;

/// <summary>How a record or chain is written as a file.</summary>
public enum ExportFormat
{
    Markdown,
    Csv,
    Json,
    CslJson,
    Bibtex,
    Graphml,
    Geojson,
}

/// <summary>How the whole release is.</summary>
public enum DatasetFormat
{
    JsonLines,
    Csv,
    Graphml,
    Geojson,
}

/// <summary>What a citation of a fact or source is printed as.</summary>
public enum CitationFormat
{
    Markdown,
    Text,
    CslJson,
    Bibtex,
}

/// <summary>Endings of files and media types.</summary>
public static class ExportFormats
{
    public static IReadOnlyList<string> Extensions { get; } = [.. Enum.GetValues<ExportFormat>().Select(ExtensionOf)];

    public static IReadOnlyList<string> DatasetExtensions { get; } = [.. Enum.GetValues<DatasetFormat>().Select(ExtensionOf)];

    public static string ExtensionOf(ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "md",
        ExportFormat.Csv => "csv",
        ExportFormat.Json => "json",
        ExportFormat.CslJson => "csl.json",
        ExportFormat.Bibtex => "bib",
        ExportFormat.Graphml => "graphml",
        ExportFormat.Geojson => "geojson",
        _ => throw new UnreachableException(),
    };

    public static string ExtensionOf(DatasetFormat format) => format switch
    {
        DatasetFormat.JsonLines => "jsonl.gz",
        DatasetFormat.Csv => "csv.zip",
        DatasetFormat.Graphml => "graphml",
        DatasetFormat.Geojson => "geojson",
        _ => throw new UnreachableException(),
    };

    public static string MediaTypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "text/markdown; charset=utf-8",
        ExportFormat.Csv => "text/csv; charset=utf-8; header=present",
        ExportFormat.Json => "application/json",
        ExportFormat.CslJson => "application/vnd.citationstyles.csl+json",
        ExportFormat.Bibtex => "application/x-bibtex; charset=utf-8",
        ExportFormat.Graphml => "application/graphml+xml",
        ExportFormat.Geojson => "application/geo+json",
        _ => throw new UnreachableException(),
    };

    public static string MediaTypeOf(DatasetFormat format) => format switch
    {
        DatasetFormat.JsonLines => "application/gzip",
        DatasetFormat.Csv => "application/zip",
        DatasetFormat.Graphml => MediaTypeOf(ExportFormat.Graphml),
        DatasetFormat.Geojson => MediaTypeOf(ExportFormat.Geojson),
        _ => throw new UnreachableException(),
    };

    /// <summary>The format of this ending, or null.</summary>
    public static ExportFormat? Parse(string extension) => Find<ExportFormat>(ExtensionOf, extension);

    /// <inheritdoc cref="Parse"/>
    public static DatasetFormat? ParseDataset(string extension) => Find<DatasetFormat>(ExtensionOf, extension);

    private static T? Find<T>(Func<T, string> extensionOf, string extension)
        where T : struct, Enum
    {
        foreach (var format in Enum.GetValues<T>())
        {
            if (extensionOf(format) == extension)
                return format;
        }
        return null;
    }
}
