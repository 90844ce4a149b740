using CsvHelper;

namespace FlowGraph.Query.Exports;

/// <summary>CSV as RFC 4180 has it, safe in spreadsheets.</summary>
internal static class CsvText
{
    // A text that begins like a formula would be run by a spreadsheet: it gets an apostrophe. Numbers stay numbers.
    private static readonly CsvWriterOptions _options = new() { Injection = CsvInjection.Escape };

    /// <summary>The caller's writer stays open.</summary>
    public static CsvWriter Writer(TextWriter text) => CsvWriter.Create(text, _options, leaveOpen: true);
}
