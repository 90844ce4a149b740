using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Reads a loaded database page by page and compares it with the release to come.</summary>
internal sealed class DifferenceReader(ReleaseImage image)
{
    private const int NodesOfPage = 1000;

    private static readonly Comparer<EdgeRecord> _byId = Comparer<EdgeRecord>.Create((x, y) => string.CompareOrdinal(x.Id, y.Id));

    private readonly ImmutableArray<EdgeRecord> _facts = [.. image.Release.Edges.Where(edge => edge.Id.Length > 0)];
    private readonly HashSet<(string Type, string From, string To)> _links =
        [.. image.Release.Edges.Where(edge => edge.Id.Length == 0).Select(edge => (edge.Relationship.Edge.Name, edge.From, edge.To))];
    private readonly HashSet<string> _groups = [.. image.Model.Groups.Select(group => group.SuperLabel)];
    private readonly ReleaseDifference _difference = new();

    /// <exception cref="Neo4jException">The database holds nodes or edges of the model's types that no load wrote.</exception>
    public async Task<ReleaseDifference> ReadAsync(ICypherRunner runner, DatabaseState found, Neo4jAddress address, CancellationToken cancellationToken)
    {
        foreach (var anchor in found.IsEmpty ? [] : Labels.Anchors(image.Model))
        {
            ImmutableArray<string> keys = [.. image.Model.NodeTypes.Where(type => Labels.Anchor(type) == anchor).SelectMany(KeysOf).Select(key => key.Name).Distinct()];
            var count = NodesOfPage;
            for (var after = ""; count == NodesOfPage;)
            {
                using var page = await runner.RunAsync(LoadCypher.Page(anchor, keys, after, NodesOfPage), cancellationToken);
                count = page.Count;
                for (var row = 0; row < count; row++)
                    after = Node(page.Rows[row], anchor, keys);
            }
        }
        if (_difference.NodesSeen != found.Nodes || _difference.EdgesSeen != found.Edges)
            throw Foreign(address);
        return _difference;
    }

    private string Node(JsonElement row, string anchor, ImmutableArray<string> keys)
    {
        var id = row[0].GetString()!; // it was compared
        _difference.NodesSeen++;
        var record = image.Find(id);
        var labels = row[1].EnumerateArray().Select(label => label.GetString()!).ToList(); // labels are texts
        if (record is null || !labels.Contains(record.Type.Name))
            Add(_difference.Nodes, anchor, id);
        else
            Compare(record, anchor, labels, keys, row[2]);
        var seen = new HashSet<(string, string)>();
        foreach (var edge in row[3].EnumerateArray())
            Edge(edge, id, anchor, seen);
        return id;
    }

    private void Compare(NodeRecord record, string anchor, List<string> labels, ImmutableArray<string> keys, JsonElement values)
    {
        foreach (var label in labels.Where(_groups.Contains).Except(Labels.Groups(record.Type)))
            Add(_difference.Labels, (anchor, label), record.Id);
        foreach (var key in KeysOf(record.Type))
        {
            if (values[keys.IndexOf(key.Name)].GetString() is { } old && old != record.Values[key.Index] as string)
                Add(_difference.Keys, (record.Type.Name, key.Name), record.Id);
        }
    }

    private void Edge(JsonElement edge, string from, string anchor, HashSet<(string, string)> seen)
    {
        var type = edge[0].GetString()!; // types are texts
        if (edge[2].GetString() is not { } to)
            return;
        if (!image.Model.EdgeTypesByName.TryGetValue(type, out var known) || known.Class == EdgeClass.Structural)
        {
            _difference.EdgesSeen++;
            // A second one between the same ends is taken away with the first, which then is written anew.
            if (!seen.Add((type, to)) || !IsLink(type, from, to))
                Add(_difference.Links, (type, anchor), (from, to));
        }
        else if (edge[1].GetString() is { } id)
        {
            _difference.EdgesSeen++;
            if (!IsFact(type, id, from, to))
                Add(_difference.Facts, type, id);
        }
    }

    private bool IsFact(string type, string id, string from, string to)
    {
        var index = _facts.BinarySearch(new EdgeRecord(null!, id, from, to, []), _byId); // only ids are compared
        return index >= 0 && _facts[index] is var edge && edge.Relationship.Edge.Name == type && edge.From == from && edge.To == to;
    }

    private bool IsLink(string type, string from, string to) => type switch
    {
        Labels.CitedBy => image.Find(to) is { Type.Name: Labels.Citation } citation && image.FactOf(citation) == from,
        Labels.HasClaim => image.Find(to) is { Type.Name: Labels.Claim } claim && claim["subjectId"] as string == from,
        _ => _links.Contains((type, from, to)),
    };

    private static IEnumerable<PropertyDefinition> KeysOf(NodeType type) => type.Properties.Where(property => property.IsKey);

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(item);
    }

    private static Neo4jException Foreign(Neo4jAddress address) => new(
        Neo4jFault.ForeignContent, $"The {address} holds something else beside its release: nodes or relationships without an id that no import wrote; take them out first.");
}
