using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Computing;

/// <summary>Whose word a source relays. <paramref name="Id"/> is empty for the one unknown origin that all others share.</summary>
internal sealed record Origin(string Id, string Name)
{
    public static Origin Unknown { get; } = new("", "unknown");
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
        var entry = Covering(fact).Select(id => _particular.GetValueOrDefault((source, id))).FirstOrDefault(entry => entry is not null) ?? General(source);
        if (entry is null)
            return Origin.Unknown;
        if (!_origins.TryGetValue(entry.Origin, out var origin))
            _origins.Add(entry.Origin, origin = new Origin(entry.Origin, NameOf(entry.Origin)));
        return origin;
    }

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
        return node.Type.Contract == Contract.Entity ? node.Text("name")! : node.Text("publisher") ?? node.Text("title")!; // required by the model
    }
}
