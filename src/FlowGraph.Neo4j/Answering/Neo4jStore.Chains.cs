using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Chains;

namespace FlowGraph.Neo4j.Answering;

public sealed partial class Neo4jStore
{
    public async ValueTask<IReadOnlyList<WalkNode?>> NodesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var known = ByAnchor(ids);
        if (known.Count == 0)
            return [.. ids.Select(_ => (WalkNode?)null)];
        using var answer = await RunAsync(WalkCypher.Nodes(known), cancellationToken);
        var nodes = answer[0, 1].EnumerateArray().Select(WalkNodeOf).ToDictionary(node => node.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => nodes.GetValueOrDefault(id))];
    }

    public async ValueTask<Expansion> ExpandAsync(IReadOnlyList<string> frontier, IReadOnlySet<EdgeType> types, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(types);
        var known = ByAnchor(frontier);
        if (known.Count == 0)
            return new([], []);
        // The usual set is its own text; any other is a parameter.
        var facts = model.EdgeTypes.Where(type => type.Class == EdgeClass.Fact);
        var only = types.SetEquals(facts) ? null : types.Select(type => type.Name).Order(StringComparer.Ordinal);
        using var answer = await RunAsync(WalkCypher.Expand(model, known, only), cancellationToken);
        var found = answer[0, 1];
        return new([.. found[0].EnumerateArray().Select(WalkEdgeOf)], [.. found[1].EnumerateArray().Select(WalkNodeOf)]);
    }

    public async ValueTask<IReadOnlyDictionary<string, FactEvidence>> EvidenceAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var groups = ids.Distinct(StringComparer.Ordinal).GroupBy(id => RecordPlaces.Of(model, id)).Where(group => group.Key is not null);
        var evidence = new Dictionary<string, FactEvidence>(StringComparer.Ordinal);
        foreach (var found in await Task.WhenAll(groups.Select(group => EvidenceAsync(group.Key!, group, cancellationToken))))
        {
            foreach (var fact in found)
                evidence[fact.Id] = fact;
        }
        return evidence;
    }

    /// <summary>Every node that people know by a name, with its properties.</summary>
    public async Task<IReadOnlyList<NodeRecord>> NamedNodesAsync(CancellationToken cancellationToken)
    {
        using var answer = await RunAsync(WalkCypher.Named(model), cancellationToken);
        return [.. answer[0, 1].EnumerateArray().Select(row => StoredReader.Node(model, row))];
    }

    public async ValueTask<IReadOnlyList<string?>> FactIdsByKeyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        using var answer = await RunAsync(WalkCypher.FactIds(keys), cancellationToken);
        // An entity has citations too, but no key.
        var facts = answer[0, 1].EnumerateArray().Select(pair => (Key: pair[0].GetString()!, Id: pair[1].GetString()!))
            .Where(pair => model.NodeTypeOfId(pair.Id) is not { IsFact: false }).ToDictionary(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
        return [.. keys.Select(key => facts.GetValueOrDefault(key))];
    }

    private async Task<ImmutableArray<FactEvidence>> EvidenceAsync(string place, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var isEdge = place == RecordPlaces.AmongEdges;
        using var answer = await RunAsync(isEdge ? WalkCypher.EvidenceOfEdges(model, ids) : WalkCypher.EvidenceOfNodes(model, place, ids), cancellationToken);
        var reader = new EvidenceReader(model, answer[0, 1]);
        return isEdge ? reader.Edges() : reader.Nodes();
    }

    private ILookup<string, string> ByAnchor(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal)
        .Select(id => (Id: id, Type: model.NodeTypeOfId(id))).Where(pair => pair.Type is not null).ToLookup(pair => Labels.Anchor(pair.Type!), pair => pair.Id);

    private WalkNode WalkNodeOf(JsonElement row)
    {
        var id = StoredReader.IdOf(row[0]);
        var type = StoredReader.TypeOf(model, id);
        var values = row.EnumerateArray().Skip(1).ToArray();
        return new(
            id,
            type,
            values[0].GetString() ?? id,
            values[1].ValueKind == JsonValueKind.Number ? values[1].GetInt32() : 0,
            type.IsFact ? StrengthOf(values.AsSpan(2)) : null,
            values[6].GetString(),
            values[7].GetString(),
            DateOf(values[8]));
    }

    private WalkEdge WalkEdgeOf(JsonElement row)
    {
        var values = row.EnumerateArray().ToArray();
        return new(
            values[0].GetString()!, values[5].GetString()!, model.EdgeTypesByName[values[3].GetString()!], values[1].GetString()!, values[2].GetString()!,
            StrengthOf(values.AsSpan(6)), values[4].GetInt32(), DateOf(values[10]));
    }

    // kind, status, confidence, independentSources.
    private static Strength StrengthOf(ReadOnlySpan<JsonElement> values) => new(
        FactWords.Kind(values[0].GetString()), FactWords.Status(values[1].GetString()), FactWords.Confidence(values[2].GetString()),
        values[3].ValueKind == JsonValueKind.Number ? values[3].GetInt32() : throw new StoredValueException("The store holds a fact without its count of independent sources."));

    private static FuzzyDate? DateOf(JsonElement edtf) => edtf.GetString() is { } text ? FuzzyDate.Parse(text) : null;
}
