using System.Globalization;
using CsvHelper;

namespace FlowGraph.Query.Exports;

/// <summary>CSV as RFC 4180 has it, safe in spreadsheets.</summary>
internal static class CsvText
{
    // A text that begins like a formula would be run by a spreadsheet: it gets an apostrophe. Numbers stay numbers.
    private static readonly CsvWriterOptions _options = new() { Injection = CsvInjection.Escape };

    /// <summary>A row of heads, then one for each item.</summary>
    public static string Table<T>(string[] heads, IEnumerable<T> items, Action<CsvWriter, T> row) => Heads(heads) + Rows(items, row);

    public static string Heads(string[] heads) => Write(csv => csv.WriteHeader(heads));

    public static string Rows<T>(IEnumerable<T> items, Action<CsvWriter, T> row) => Write(csv =>
    {
        foreach (var item in items)
        {
            row(csv, item);
            csv.EndRecord();
        }
    });

    private static string Write(Action<CsvWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, _options, leaveOpen: true))
            write(csv);
        return text.ToString();
    }
}
