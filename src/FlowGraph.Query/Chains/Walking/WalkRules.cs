using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>What a request allows to be walked.</summary>
internal sealed class WalkRules
{
    private readonly ChainRequest _request;
    private readonly List<NodeType> _excludedEvents;
    private readonly List<NodeType> _everyForm;

    /// <param name="request">Checked: its type names are the model's.</param>
    public WalkRules(GraphModel model, ChainRequest request)
    {
        _request = request;
        (var edges, _everyForm) = Split(model, request.Types);
        (var excludedEdges, _excludedEvents) = Split(model, request.ExcludeTypes);
        EdgeTypes = (edges.Count > 0 ? edges : model.EdgeTypes.Where(type => type.Class == EdgeClass.Fact)).Except(excludedEdges).ToHashSet();
    }

    public ChainRequest Request => _request;

    public IReadOnlySet<EdgeType> EdgeTypes { get; }

    /// <summary>A node with more FACT edges is not passed, whatever is allowed.</summary>
    public int GreatestDegree { get; init; } = int.MaxValue;

    /// <summary>May a node of this kind stand inside a chain, where its degree allows it?</summary>
    public bool AllowsInside(NodeKind kind) => kind.Type.Contract != Contract.Event
        || kind.Status != FactStatus.Retracted
        && !_excludedEvents.Contains(kind.Type)
        && _request.Modalities.Contains(kind.Modality ?? ModelWords.Actual)
        && (kind.Form is null || !ModelWords.FormsOnRequest.Contains(kind.Form) || _everyForm.Contains(kind.Type));

    /// <summary>May a node stand inside a chain, where its kind allows it?</summary>
    public bool AllowsInside(NodeType type, int degree) => degree <= GreatestDegree && (_request.AllowHubs || !IsHub(type, degree));

    public bool IsHub(WalkNode node) => IsHub(node.Type, node.Degree);

    /// <summary>False where every hop is allowed.</summary>
    public bool LimitHops => !_request.Kinds.IsEmpty || _request.MinConfidence is not null || _request.MinIndependentSources is not null || !_request.IncludeContested || _request.During is not null;

    public bool AllowsHop(WalkFact hop) => AllowsStrength(hop.Strength!.Value) && (_request.During is not { } during || hop.When is null || Overlaps(hop.When, during));

    private bool IsHub(NodeType type, int degree) => degree > _request.HubDegree || type.Name == ModelWords.HubType;

    private bool AllowsStrength(Strength strength) =>
        (_request.Kinds.IsEmpty || _request.Kinds.Contains(strength.Kind))
        && (_request.MinConfidence is not { } confidence || strength.Confidence <= confidence)
        && (_request.MinIndependentSources is not { } sources || strength.IndependentSources >= sources)
        && (_request.IncludeContested || !strength.IsContested);

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
