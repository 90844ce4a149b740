using System.Buffers;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>The whole release as one file, written as it is read: memory does not grow with it. The same release is the same bytes.</summary>
public static class DatasetExport
{
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(IRecordStore store, DatasetFormat format, Stream output, CancellationToken cancellationToken) => format switch
    {
        DatasetFormat.JsonLines => JsonLinesAsync(store, output, cancellationToken),
        DatasetFormat.Csv => DatasetCsv.WriteAsync(store, output, cancellationToken),
        DatasetFormat.Graphml => GraphMlAsync(store, output, cancellationToken),
        DatasetFormat.Geojson => GeoJsonAsync(store, output, cancellationToken),
        _ => throw new UnreachableException(),
    };

    // A line of the release, then a line a record with its citations in it.
    private static async Task JsonLinesAsync(IRecordStore store, Stream output, CancellationToken cancellationToken)
    {
        await using var packed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await WriteAsync(packed, Line(json => RecordJson.Release(json, store.Release)), cancellationToken);
        await foreach (var batch in new RecordBatches(store, cancellationToken).AllAsync())
            await WriteAsync(packed, string.Concat(batch.Select(fact => Line(json => RecordJsonPage.Fact(json, fact, null)))), cancellationToken);
    }

    private static async Task GraphMlAsync(IRecordStore store, Stream output, CancellationToken cancellationToken)
    {
        var batches = new RecordBatches(store, cancellationToken);
        using var page = new GraphMlPage();
        page.Begin(store.Release.Id, store.Release, RecordGraphMl.NodeKeys, RecordGraphMl.EdgeKeys);
        // Whoever reads as it comes wants both ends of an edge before the edge.
        foreach (var type in batches.NodeTypes.Where(type => type.Name != RecordWords.Source))
        {
            await foreach (var batch in batches.OfAsync(type))
            {
                foreach (var fact in batch)
                    RecordGraphMl.Node(page, fact);
                await WriteAsync(output, page.Take(), cancellationToken);
            }
        }
        await EdgesAsync(batches.EdgeTypes.Select(batches.OfAsync).Append(batches.OfAsync(store.Model.NodeTypesByName[RecordWords.Claim])));
        await WriteAsync(output, page.End(), cancellationToken);

        async Task EdgesAsync(IEnumerable<IAsyncEnumerable<IReadOnlyList<PrintedFact>>> types)
        {
            foreach (var type in types)
            {
                await foreach (var batch in type)
                {
                    foreach (var fact in batch)
                        RecordGraphMl.Edge(page, fact);
                    await WriteAsync(output, page.Take(), cancellationToken);
                }
            }
        }
    }

    private static async Task GeoJsonAsync(IRecordStore store, Stream output, CancellationToken cancellationToken)
    {
        var release = Line(json => RecordJson.Release(json, store.Release)).Trim();
        await WriteAsync(output, $"{{\"type\":\"FeatureCollection\",{release[1..^1]},\"features\":[", cancellationToken);
        var batches = new RecordBatches(store, cancellationToken);
        var isFirst = true;
        foreach (var type in batches.NodeTypes.Where(type => type.Groups.Any(group => group.Name == ModelWords.PlaceGroup)))
        {
            await foreach (var batch in batches.OfAsync(type))
            {
                var features = new StringBuilder();
                foreach (var place in batch.Where(GeoJsonPage.HasCoordinates))
                {
                    features.Append(isFirst ? "\n" : ",\n").Append(Text(json => GeoJsonPage.Feature(json, place, [])));
                    isFirst = false;
                }
                await WriteAsync(output, features.ToString(), cancellationToken);
            }
        }
        await WriteAsync(output, "\n]}\n", cancellationToken);
    }

    internal static ValueTask WriteAsync(Stream output, string text, CancellationToken cancellationToken) =>
        text.Length == 0 ? ValueTask.CompletedTask : output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    private static string Line(Action<Utf8JsonWriter> members) => Text(json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }) + "\n";

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _json))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
