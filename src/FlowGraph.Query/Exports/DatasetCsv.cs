using System.IO.Compression;
using System.IO.Pipelines;
using CsvHelper;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Exports;

/// <summary>A zip of tables: one for each type of node and of edge, one of all citations, and a page that says what they are.</summary>
internal static class DatasetCsv
{
    private const string Attribution = "attribution";

    private static readonly string[] _evidence = [Attribution, "citationIds", "sourceIds"];

    public static async Task WriteAsync(IRecordStore store, Stream output, CancellationToken cancellationToken)
    {
        var batches = new RecordBatches(store, cancellationToken);
        // Where it can go back, a zip writes other headers: so that the bytes are the same wherever they go, it cannot.
        await using var forward = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true)).AsStream();
        await using var zip = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await EntryAsync(zip, store.Release, "README.txt", entry => DatasetExport.WriteAsync(entry, Readme(store.Release), cancellationToken).AsTask(), cancellationToken);
        foreach (var type in batches.NodeTypes)
        {
            var columns = type.Properties;
            string[] heads = type.Name == RecordWords.Claim ? [.. RecordColumns.Heads(columns), "display", .. _evidence] : [.. RecordColumns.Heads(columns), .. _evidence];
            await TableAsync(zip, store.Release, $"nodes/{type.Plural}.csv", heads, batches.OfAsync(type), (csv, fact) =>
            {
                RecordColumns.Write(csv, columns, fact.Record.Node!.Values);
                if (fact.IsClaim)
                    csv.WriteField(fact.Value);
                Evidence(csv, fact);
            }, cancellationToken);
        }
        foreach (var type in batches.EdgeTypes)
        {
            var columns = type.Properties;
            await TableAsync(zip, store.Release, $"edges/{type.Prefix}.csv", ["fromId", "fromName", "toId", "toName", .. RecordColumns.Heads(columns), .. _evidence], batches.OfAsync(type), (csv, fact) =>
            {
                csv.WriteField(fact.Record.Edge!.From);
                csv.WriteField(fact.From?.Name);
                csv.WriteField(fact.Record.Edge.To);
                csv.WriteField(fact.To?.Name);
                RecordColumns.Write(csv, columns, fact.Record.Edge.Values);
                Evidence(csv, fact);
            }, cancellationToken);
        }
        var citation = store.Model.NodeTypesByName["Citation"].Properties;
        await TableAsync(zip, store.Release, "citations.csv", ["sourceId", .. RecordColumns.Heads(citation)], batches.AllAsync(), (csv, fact) =>
        {
            for (var i = 0; i < fact.Citations.Length; i++)
            {
                if (i > 0)
                    csv.EndRecord();
                csv.WriteField(fact.Citations[i].Source.Id);
                RecordColumns.Write(csv, citation, fact.Citations[i].Citation.Values);
            }
        }, cancellationToken, fact => !fact.Citations.IsEmpty);
    }

    private static void Evidence(CsvWriter csv, PrintedFact fact)
    {
        csv.WriteField(fact.AccordingTo);
        csv.WriteField(string.Join("; ", fact.Citations.Select(citation => citation.Citation.Id)));
        csv.WriteField(string.Join("; ", fact.Sources));
    }

    private static Task TableAsync(ZipArchive zip, ReleaseInfo release, string name, string[] heads, IAsyncEnumerable<IReadOnlyList<PrintedFact>> batches, Action<CsvWriter, PrintedFact> write,
        CancellationToken cancellationToken, Func<PrintedFact, bool>? has = null) => EntryAsync(zip, release, name, async entry =>
    {
        await DatasetExport.WriteAsync(entry, CsvText.Heads(heads), cancellationToken);
        await foreach (var batch in batches)
            await DatasetExport.WriteAsync(entry, CsvText.Rows(has is null ? batch : batch.Where(has), write), cancellationToken);
    }, cancellationToken);

    private static async Task EntryAsync(ZipArchive zip, ReleaseInfo release, string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        // Of the release and not of today: the same release is the same bytes.
        entry.LastWriteTime = new DateTimeOffset(release.ReleasedAt.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var stream = await entry.OpenAsync(cancellationToken);
        await write(stream);
    }

    private static string Readme(ReleaseInfo release) =>
        $"""
        {release.Title}
        {release.Id} {release.Version}, {release.ReleasedAt:yyyy-MM-dd}, SHA-256 {release.Sha256}
        Licence: {release.Licence}
        Contact: {release.Contact}{(release.Corrections is null ? "" : $"\nCorrections: {release.Corrections}")}

        {release.Description}

        nodes/ has a table for each type of entity, event, claim and source; edges/ one for each type of fact between two nodes; citations.csv the passages, each with its source and, as factId, what it speaks of.
        The column {Attribution} says whose word a record is: who alleges or asserts it, else the origins of its passages. Print nothing without it.
        Several values in a cell are separated by a semicolon and a space. A text that a spreadsheet would run as a formula begins with an apostrophe.

        What the release says of itself:
        {string.Join('\n', release.Caveats.Select(caveat => $"- {caveat.Text}"))}

        """.ReplaceLineEndings("\n");
}
