using System.Collections.Frozen;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>What a request allows to be walked.</summary>
internal sealed class WalkRules
{
    private readonly ChainRequest _request;
    private readonly FrozenSet<NodeType> _excludedEvents;
    private readonly FrozenSet<NodeType> _everyForm;
    private readonly FrozenSet<string> _avoid;
    private readonly FrozenSet<string> _modalities;
    private readonly FrozenSet<FactKind> _kinds;

    /// <param name="request">Checked: its type names are the model's.</param>
    public WalkRules(GraphModel model, ChainRequest request)
    {
        _request = request;
        var (edges, events) = Split(model, request.Types);
        var (excludedEdges, excludedEvents) = Split(model, request.ExcludeTypes);
        EdgeTypes = (edges.Count > 0 ? edges : model.EdgeTypes.Where(type => type.Class == EdgeClass.Fact)).Except(excludedEdges).ToFrozenSet();
        _everyForm = events.ToFrozenSet();
        _excludedEvents = excludedEvents.ToFrozenSet();
        _avoid = request.Avoid.ToFrozenSet();
        _modalities = request.Modalities.ToFrozenSet();
        _kinds = request.Kinds.ToFrozenSet();
    }

    public IReadOnlySet<EdgeType> EdgeTypes { get; }

    /// <summary>A node with more FACT edges is not passed, whatever is allowed.</summary>
    public int GreatestDegree { get; init; } = int.MaxValue;

    public bool Allows(WalkEdge edge) => edge.Strength.Status != FactStatus.Retracted && edge.From != edge.To && !_avoid.Contains(edge.Id);

    /// <summary>May <paramref name="node"/> stand inside a chain?</summary>
    public bool AllowsInside(WalkNode node) =>
        !_avoid.Contains(node.Id)
        && node.Degree <= GreatestDegree
        && (_request.AllowHubs || !IsHub(node))
        && (!node.IsEvent || AllowsEvent(node));

    public bool IsHub(WalkNode node) => node.Type.Name == ModelWords.HubType || node.Degree > _request.HubDegree;

    public bool AllowsHop(Strength strength, FuzzyDate? when) =>
        (_kinds.Count == 0 || _kinds.Contains(strength.Kind))
        && (_request.MinConfidence is not { } confidence || strength.Confidence <= confidence)
        && (_request.MinIndependentSources is not { } sources || strength.IndependentSources >= sources)
        && (_request.IncludeContested || !strength.IsContested)
        && (_request.During is not { } during || when is null || Overlaps(when, during));

    private bool AllowsEvent(WalkNode node) =>
        node.Strength?.Status != FactStatus.Retracted
        && !_excludedEvents.Contains(node.Type)
        && _modalities.Contains(node.Modality ?? ModelWords.Actual)
        && (node.Form is null || !ModelWords.FormsOnRequest.Contains(node.Form) || _everyForm.Contains(node.Type));

    private static bool Overlaps(FuzzyDate when, DayRange during) =>
        !(when.Earliest > during.To) && !(when.Latest < during.From);

    private static (List<EdgeType> Edges, List<NodeType> Events) Split(GraphModel model, IEnumerable<string> names)
    {
        var (edges, events) = (new List<EdgeType>(), new List<NodeType>());
        foreach (var name in names)
        {
            if (model.EdgeTypesByName.TryGetValue(name, out var edge))
                edges.Add(edge);
            else if (model.NodeTypes.FirstOrDefault(type => type.EnumName == name) is { } node)
                events.Add(node);
        }

        return (edges, events);
    }
}
