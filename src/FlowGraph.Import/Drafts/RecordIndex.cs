using System.Runtime.InteropServices;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Drafts;

/// <summary>A record as others see it: that it is there, and of which type.</summary>
internal sealed record Known(string TypeName, NodeHeader? Node = null)
{
    public bool IsCitation => TypeName == Vocabulary.Citation;
}

/// <summary>Every id of a dataset: nodes with what others need of them, all else as the place where it stands.</summary>
/// <remarks>A large release has millions of edges and citations, and their ids alone would fill the memory: a hash of 128 bits stands for each.</remarks>
/// <param name="size">About how many ids there will be.</param>
internal sealed class RecordIndex(GraphModel model, int size)
{
    private readonly Dictionary<string, NodeHeader> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, Place> _places = new(size);
    private readonly List<string> _files = [];

    private enum Role : byte
    {
        Node,
        Edge,
        Citation,
        Origin,
    }

    /// <summary>In the order in which they were read.</summary>
    public IEnumerable<NodeHeader> Nodes => _nodes.Values;

    public NodeHeader? Node(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>All but nodes: when the dataset is known to be whole, nobody asks for the rest.</summary>
    public void Forget()
    {
        _places.Clear();
        _places.TrimExcess();
    }

    public Known? Find(string id)
    {
        if (_nodes.TryGetValue(id, out var node))
            return new(node.Type.Name, node);
        if (!_places.TryGetValue(TextHash.Of(id), out var place))
            return null;
        return place.Role switch
        {
            Role.Edge => new(model.EdgeTypeOfId(id)!.Name), // edges are read by their prefix
            Role.Citation => new(Vocabulary.Citation),
            _ => null,
        };
    }

    /// <returns>Where the id stands already; null when it was free.</returns>
    public LinePlace? Take(string id, Draft draft)
    {
        var role = draft switch
        {
            NodeDraft => Role.Node,
            EdgeDraft => Role.Edge,
            _ => Role.Citation,
        };
        if (Take(id, draft.Line, role) is { } taken)
            return taken;
        if (draft is NodeDraft node)
            _nodes.Add(id, NodeHeader.Of(node));
        return null;
    }

    /// <inheritdoc cref="Take(string, Draft)"/>
    public LinePlace? TakeOrigin(string id, LinePlace line) => Take(id, line, Role.Origin);

    private LinePlace? Take(string id, LinePlace line, Role role)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, TextHash.Of(id), out var exists);
        if (exists)
            return new(_files[place.File], place.Line);
        if (_files.Count == 0 || _files[^1] != line.File)
            _files.Add(line.File);
        place = new((ushort)(_files.Count - 1), role, line.Line);
        return null;
    }

    private readonly record struct Place(ushort File, Role Role, int Line);
}
