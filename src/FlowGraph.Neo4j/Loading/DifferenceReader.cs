using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Reads a loaded database page by page and compares it with the release to come.</summary>
internal sealed class DifferenceReader(ReleaseRows release)
{
    private const int NodesOfPage = 1000;

    // What the release has: nodes by label and id, their natural keys, relationships by type, id and ends.
    private readonly HashSet<UInt128> _known = [];
    private readonly HashSet<string> _groups = [.. release.Model.Groups.Select(group => group.SuperLabel)];
    private readonly ReleaseDifference _difference = new();

    /// <exception cref="Neo4jException">The database holds nodes or edges of the model's types that no load wrote.</exception>
    public async Task<ReleaseDifference> ReadAsync(ICypherRunner runner, DatabaseState found, Neo4jAddress address, CancellationToken cancellationToken)
    {
        if (!found.IsEmpty)
            Learn(cancellationToken);
        foreach (var anchor in found.IsEmpty ? [] : Labels.Anchors(release.Model))
        {
            ImmutableArray<string> keys = [.. release.Model.NodeTypes.Where(type => Labels.Anchor(type) == anchor).SelectMany(KeysOf).Select(key => key.Name).Distinct()];
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

    private void Learn(CancellationToken cancellationToken)
    {
        var keys = new Dictionary<NodeType, HashSet<string>>();
        foreach (var line in release.Lines(cancellationToken))
        {
            foreach (var node in line.Nodes)
            {
                _known.Add(TextHash.Of(node.Type.Name, node.Id));
                if (!keys.TryGetValue(node.Type, out var names))
                    keys.Add(node.Type, names = [.. KeysOf(node.Type).Select(key => key.Name)]);
                foreach (var (name, value) in names.Count > 0 ? node.Values.Where(value => names.Contains(value.Name)) : [])
                    _known.Add(TextHash.Of(node.Type.Name, node.Id, name, (string)value)); // keys are texts
            }
            if (line.Fact?.Edge is { } fact)
                _known.Add(TextHash.Of(fact.Relationship.Edge.Name, fact.Id, fact.From, fact.To));
            foreach (var link in line.Links)
                _known.Add(TextHash.Of(link.Type, link.From, link.To));
        }
    }

    private string Node(JsonElement row, string anchor, ImmutableArray<string> keys)
    {
        var id = row[0].GetString()!; // it was compared
        _difference.NodesSeen++;
        var labels = row[1].EnumerateArray().Select(label => label.GetString()!).ToList(); // labels are texts
        if (labels.Find(label => _known.Contains(TextHash.Of(label, id))) is { } type)
            Compare(id, release.Model.NodeTypesByName[type], anchor, labels, keys, row[2]);
        else
            Add(_difference.Nodes, anchor, id);
        var seen = new HashSet<(string, string)>();
        foreach (var edge in row[3].EnumerateArray())
            Edge(edge, id, anchor, seen);
        return id;
    }

    private void Compare(string id, NodeType type, string anchor, List<string> labels, ImmutableArray<string> keys, JsonElement values)
    {
        foreach (var label in labels.Where(_groups.Contains).Except(Labels.Groups(type)))
            Add(_difference.Labels, (anchor, label), id);
        foreach (var key in KeysOf(type))
        {
            if (values[keys.IndexOf(key.Name)].GetString() is { } old && !_known.Contains(TextHash.Of(type.Name, id, key.Name, old)))
                Add(_difference.Keys, (type.Name, key.Name), id);
        }
    }

    private void Edge(JsonElement edge, string from, string anchor, HashSet<(string, string)> seen)
    {
        var type = edge[0].GetString()!; // types are texts
        if (edge[2].GetString() is not { } to)
            return;
        if (!release.Model.EdgeTypesByName.TryGetValue(type, out var known) || known.Class == EdgeClass.Structural)
        {
            _difference.EdgesSeen++;
            // A second one between the same ends is taken away with the first, which then is written anew.
            if (!seen.Add((type, to)) || !_known.Contains(TextHash.Of(type, from, to)))
                Add(_difference.Links, (type, anchor), (from, to));
        }
        else if (edge[1].GetString() is { } id)
        {
            _difference.EdgesSeen++;
            if (!_known.Contains(TextHash.Of(type, id, from, to)))
                Add(_difference.Facts, type, id);
        }
    }

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
