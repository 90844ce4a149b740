using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Chains;

namespace FlowGraph.Neo4j.Answering;

/// <summary>The reply to a statement of evidence → facts with what stands behind them. What several of them share is read once.</summary>
internal sealed class EvidenceReader
{
    private readonly GraphModel _model;
    private readonly JsonElement _reply;
    private readonly ILookup<string, CitationEvidence> _citations;

    /// <param name="reply">The lists of <see cref="WalkCypher.EvidenceOfNodes"/> or <see cref="WalkCypher.EvidenceOfEdges"/>.</param>
    public EvidenceReader(GraphModel model, JsonElement reply)
    {
        (_model, _reply) = (model, reply);
        var last = reply.GetArrayLength() - 1;
        var records = new Dictionary<string, NodeRecord>(StringComparer.Ordinal);
        foreach (var stored in reply[last].EnumerateArray())
        {
            // A source can be an origin too.
            var id = StoredReader.Id(stored);
            if (!records.ContainsKey(id))
                records.Add(id, StoredReader.Node(model, stored));
        }
        var type = model.NodeTypesByName[Labels.Citation];
        _citations = reply[last - 1].EnumerateArray().Select(pair => Citation(StoredReader.Node(type, pair[0]), records[StoredReader.IdOf(pair[1])], records))
            .ToLookup(citation => citation.Citation.Id, StringComparer.Ordinal);
    }

    public ImmutableArray<FactEvidence> Nodes()
    {
        var claims = _reply[1].EnumerateArray().ToLookup(row => StoredReader.IdOf(row[0]), ClaimOf, StringComparer.Ordinal);
        return [.. _reply[0].EnumerateArray().Select(row => NodeOf(row, claims))];
    }

    public ImmutableArray<FactEvidence> Edges() => [.. _reply[0].EnumerateArray().Select(EdgeOf)];

    private FactEvidence NodeOf(JsonElement row, ILookup<string, ClaimEvidence> claims)
    {
        var node = StoredReader.Node(_model, row);
        return new() { Node = node, Citations = CitationsOf(row), Claims = [.. claims[node.Id]] };
    }

    private FactEvidence EdgeOf(JsonElement row)
    {
        var (from, to, type) = (StoredReader.IdOf(row[0]), StoredReader.IdOf(row[1]), _model.EdgeTypesByName[row[2].GetString()!]);
        var relationship = type.RelationshipBetween(StoredReader.TypeOf(_model, from), StoredReader.TypeOf(_model, to)) ?? throw new StoredValueException($"The store holds a {type.Name} between nodes that the model does not join.");
        return new() { Edge = StoredReader.Edge(relationship, from, to, row[3]), Citations = CitationsOf(row[3]) };
    }

    private ClaimEvidence ClaimOf(JsonElement row) => new(
        StoredReader.Node(_model.NodeTypesByName[Labels.Claim], row[1]),
        row[2].EnumerateArray().Select(asserted => StoredReader.Node(_model, asserted)).FirstOrDefault(),
        CitationsOf(row[1]));

    private ImmutableArray<CitationEvidence> CitationsOf(JsonElement properties) =>
        properties.TryGetProperty("citationIds", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().SelectMany(id => _citations[StoredReader.IdOf(id)])] : [];

    private static CitationEvidence Citation(NodeRecord citation, NodeRecord source, Dictionary<string, NodeRecord> records) =>
        new(citation, source, citation["origin"] is string origin ? records.GetValueOrDefault(origin) : null);
}
