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
        var byAnchor = Release.Nodes.ToLookup(node => Labels.Anchor(node.Type));
        return Labels.Anchors(Release.Model).SelectMany(anchor => Cut(byAnchor[anchor], _writer.Node, LoadCypher.UpsertNodes(Release.Model, anchor)));
    }

    /// <summary>Facts, links of the model, then those that come from a record's own fields.</summary>
    public IEnumerable<CypherStatement> Edges()
    {
        var facts = Release.Edges.Where(edge => edge.Relationship.Edge.Class != EdgeClass.Structural)
            .GroupBy(edge => (From: AnchorOf(edge.From), To: AnchorOf(edge.To))).OrderBy(group => group.Key)
            .SelectMany(group => Cut(group, _writer.Fact, LoadCypher.UpsertFacts(Release.Model, group.Key.From, group.Key.To)));
        return facts.Concat(Links().GroupBy(link => (link.Type, From: AnchorOf(link.From), To: AnchorOf(link.To))).OrderBy(group => group.Key)
            .SelectMany(group => Cut(group, (json, link) => RecordWriter.Link(json, link.From, link.To), LoadCypher.UpsertLinks(group.Key.Type, group.Key.From, group.Key.To))));
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

    private IEnumerable<(string Type, string From, string To)> Links() => Release.Edges.Where(edge => edge.Relationship.Edge.Class == EdgeClass.Structural)
        .Select(edge => (edge.Relationship.Edge.Name, edge.From, edge.To))
        .Concat(image.Citations.Where(image.IsOfNode).Select(citation => (Labels.CitedBy, image.FactOf(citation), citation.Id)))
        .Concat(Release.Nodes.Where(node => node.Type.Name == Labels.Claim).Select(claim => (Labels.HasClaim, (string)claim["subjectId"]!, claim.Id))); // required

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
