using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowGraph.Benchmarks;

/// <summary>Results as a Markdown table: on the console, and between its two marks in docs/benchmarks.md, there with day and machine.</summary>
internal sealed class Table(string name, params string[] header)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] row) => _rows.Add(row);

    public async Task ReportAsync(bool write, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine(Print());
        if (!write)
            return;
        var page = Path.Combine(Repository.Root, "docs", "benchmarks.md");
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var text = File.Exists(page) ? await File.ReadAllTextAsync(page, cancellationToken) : "";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new BenchmarkException(ExitCode.WrongUsage, $"{page}: found no place for the table, expected the lines {begin.TrimEnd()} and {end}.");
        await File.WriteAllTextAsync(page, $"{text[..(from + begin.Length)]}{Print()}\n{Machine()}\n{text[to..]}", cancellationToken);
        Console.WriteLine($"Written to {page}.");
    }

    private static string Machine() => string.Create(CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.");

    private string Print()
    {
        var separator = header.Select((_, column) => column == 0 ? "---" : "---:");
        return string.Concat(new[] { header, [.. separator] }.Concat(_rows).Select(row => $"| {string.Join(" | ", row)} |\n"));
    }
}
