using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>The body whose word a source relays.</summary>
/// <remarks>A body is known by its name: two publications of one publisher, or a publication and the body itself, are no two origins.</remarks>
internal sealed record Origin(string Name, bool IsKnown)
{
    /// <summary>All unknown origins together.</summary>
    public static Origin Unknown { get; } = new("unknown", false);
}

/// <summary>Finds the origin of a passage: an entry for the fact wins over the source's entry for all facts.</summary>
internal sealed class Origins
{
    private readonly Dictionary<string, OriginDraft> _general = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Fact), OriginDraft> _particular = [];
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);
    private readonly DatasetDraft _dataset;

    public Origins(DatasetDraft dataset)
    {
        _dataset = dataset;
        foreach (var entry in dataset.Origins)
        {
            if (entry.Facts.IsEmpty)
                _general.Add(entry.Source, entry);
            foreach (var fact in entry.Facts)
                _particular.Add((entry.Source, fact), entry);
        }
    }

    public OriginDraft? General(string source) => _general.GetValueOrDefault(source);

    public Origin Of(string source, Draft fact)
    {
        var entry = EntryOf(source, fact);
        if (entry is null)
            return Origin.Unknown;
        if (!_origins.TryGetValue(entry.Origin, out var origin))
            _origins.Add(entry.Origin, origin = new Origin(NameOf(entry.Origin), true));
        return origin;
    }

    /// <summary>What was decided about the source for this fact; null = unknown.</summary>
    public OriginDraft? EntryOf(string source, Draft fact) =>
        Covering(fact).Select(id => _particular.GetValueOrDefault((source, id))).FirstOrDefault(entry => entry is not null) ?? General(source);

    // A record in `facts` covers the edges that start at it, which are its own, and the claims on it, unless they are named themselves.
    private static IEnumerable<string> Covering(Draft fact) => fact switch
    {
        EdgeDraft edge => [edge.Id, edge.From],
        NodeDraft { Type.Name: Vocabulary.Claim } claim => [claim.Id, claim.Text("subjectId")!], // required, hence read
        _ => [fact.Id],
    };

    private string NameOf(string id)
    {
        var node = _dataset.Node(id)!; // checked with all references
        return node.Body;
    }
}
