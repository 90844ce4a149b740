using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A release cut into statements of a few thousand rows. Each is written when it is asked for, so that one lies in memory at a time.</summary>
internal sealed class LoadBatches(ReleaseImage image)
{
    private const int RowsOfBatch = 2500;
    private const int BytesOfBatch = 4 * 1024 * 1024;

    private static readonly JsonWriterOptions _options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RecordWriter _writer = new(image);

    private GraphRelease Release => image.Release;

    public IEnumerable<CypherStatement> Nodes()
    {
        var byType = Release.Nodes.ToLookup(node => node.Type);
        return Release.Model.NodeTypes.SelectMany(type => Cut(byType[type], _writer.Node, LoadCypher.UpsertNodes(type)));
    }

    /// <summary>Facts, links of the model, then those that come from a record's own fields.</summary>
    public IEnumerable<CypherStatement> Edges()
    {
        var groups = Release.Edges.GroupBy(edge => (Type: edge.Relationship.Edge, From: Labels.Anchor(edge.Relationship.Source), To: AnchorOf(edge.To)))
            .OrderBy(group => group.Key.Type.Ordinal).ThenBy(group => group.Key.From, StringComparer.Ordinal).ThenBy(group => group.Key.To, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var (type, from, to) = group.Key;
            var batches = type.Class == EdgeClass.Structural
                ? Cut(group, (json, edge) => RecordWriter.Link(json, edge.From, edge.To), LoadCypher.UpsertLinks(type.Name, from, to))
                : Cut(group, _writer.Fact, LoadCypher.UpsertFacts(type, from, to));
            foreach (var batch in batches)
                yield return batch;
        }
        foreach (var batch in FieldLinks().SelectMany(batches => batches))
            yield return batch;
    }

    public static JsonRows RowsOf(IEnumerable<(string From, string To)> links)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var count = 0;
        using var json = new Utf8JsonWriter(buffer, _options);
        json.WriteStartArray();
        foreach (var (from, to) in links)
        {
            RecordWriter.Link(json, from, to);
            count++;
        }
        json.WriteEndArray();
        json.Flush();
        return new(buffer.WrittenMemory, count);
    }

    private IEnumerable<IEnumerable<CypherStatement>> FieldLinks()
    {
        var cited = image.Citations.Select(citation => (From: image.FactOf(citation), To: citation.Id)).Where(link => Release.Model.NodeTypeOfId(link.From) is not null);
        foreach (var group in cited.GroupBy(link => AnchorOf(link.From)).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return Cut(group, Link, LoadCypher.UpsertLinks(Labels.CitedBy, group.Key, Labels.Citation));
        var claims = Release.Nodes.Where(node => node.Type.Name == Labels.Claim).Select(claim => (From: (string)claim["subjectId"]!, To: claim.Id)); // required
        foreach (var group in claims.GroupBy(link => AnchorOf(link.From)).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return Cut(group, Link, LoadCypher.UpsertLinks(Labels.HasClaim, group.Key, Labels.Claim));

        static void Link(Utf8JsonWriter json, (string From, string To) link) => RecordWriter.Link(json, link.From, link.To);
    }

    private string AnchorOf(string id) => Labels.Anchor(Release.Model.NodeTypeOfId(id)!); // ids of a release have a known prefix

    private static IEnumerable<CypherStatement> Cut<T>(IEnumerable<T> records, Action<Utf8JsonWriter, T> write, string text)
    {
        using var record = records.GetEnumerator();
        for (var more = record.MoveNext(); more;)
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            var count = 0;
            using (var json = new Utf8JsonWriter(buffer, _options))
            {
                json.WriteStartArray();
                for (; more && count < RowsOfBatch && json.BytesCommitted + json.BytesPending < BytesOfBatch; more = record.MoveNext(), count++)
                    write(json, record.Current);
                json.WriteEndArray();
            }
            yield return LoadCypher.Batch(text, new JsonRows(buffer.WrittenMemory, count));
        }
    }
}
