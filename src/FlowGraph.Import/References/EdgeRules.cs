using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.References;

/// <summary>Edges join what the model allows, a single relationship once, a required one at least once, and nothing is part of itself.</summary>
internal sealed class EdgeRules(DatasetDraft dataset, Resolver resolver, Faults faults) : RecordRule
{
    private readonly HashSet<EdgeType> _required = [.. dataset.Model.NodeTypes.SelectMany(type => type.Relationships).Where(end => end.IsRequired).Select(end => end.Edge)];
    private readonly HashSet<(EdgeType Type, NodeHeader From)> _leaving = [];
    private readonly HashSet<(Relationship Relationship, NodeHeader From)> _single = [];
    private readonly List<(EdgeDraft Edge, Relationship Relationship)> _second = [];
    private readonly List<PartEdge> _parts = [];

    public override void Edge(EdgeDraft edge)
    {
        if (_required.Contains(edge.Type) && dataset.Node(edge.From) is { } start)
            _leaving.Add((edge.Type, start));
        var starts = edge.Type.Relationships.Select(end => end.Source).ToList();
        var from = resolver.Node(edge.From, At(edge, "from"), [.. starts], $"{string.Join(" or ", starts.Select(type => type.Name))}: {edge.Type} starts there");
        if (from is null)
        {
            resolver.Any(edge.To, At(edge, "to"));
            return;
        }

        var ends = edge.Type.Relationships.Where(end => end.Source == from.Type).ToList();
        var to = resolver.Node(
            edge.To, At(edge, "to"), [.. ends.SelectMany(end => end.Target.Types)],
            string.Join(" or ", ends.Select(end => $"{Resolver.Words(end.Target)}: {from.Type}.{end.Field} leads there")));
        if (to is null)
            return;

        if (edge.From == edge.To)
            faults.Add(ErrorCodes.ImportCycle, edge.Line.Field("to"), $"'{edge.Id}' joins '{edge.To}' with itself.", edge.To, "two different records");
        if (edge.Type.Class == EdgeClass.Fact && (from.Type.Name == Vocabulary.Person || to.Type.Name == Vocabulary.Person))
        {
            var person = from.Type.Name == Vocabulary.Person ? "from" : "to";
            faults.Add(
                ErrorCodes.ImportPersonFact, edge.Line.Field(person),
                $"{edge.Type} is a FACT edge and may not touch '{(person == "to" ? edge.To : edge.From)}', a person.",
                Vocabulary.Person, "no person",
                "Chains walk FACT edges, and people are steps only when asked for: use a CONTEXT edge, or the body the person acted for.");
        }

        if (edge.Type.RelationshipBetween(from.Type, to.Type) is not { } relationship)
            return;
        CheckSingle(edge, relationship, from);
        if (relationship.Field == Vocabulary.PartOfField && edge.From != edge.To)
            _parts.Add(new(edge.Id, edge.From, edge.To, edge.Line));
    }

    public override void End()
    {
        TellSecond();
        CheckRequired();
        new CycleRule(_parts, faults).Check();
    }

    private void CheckSingle(EdgeDraft edge, Relationship relationship, NodeHeader from)
    {
        if (!relationship.IsList && !_single.Add((relationship, from)))
            _second.Add((edge, relationship));
    }

    // A large dataset is read anew to find the first ones: once, however many there are.
    private void TellSecond()
    {
        if (_second.Count == 0)
            return;
        var asked = _second.Select(second => (second.Relationship, second.Edge.From)).ToHashSet();
        var firsts = new Dictionary<(Relationship, string), string>();
        foreach (var edge in dataset.Edges)
        {
            if (dataset.RelationshipOf(edge) is { } relationship && asked.Contains((relationship, edge.From)))
                firsts.TryAdd((relationship, edge.From), edge.Id);
        }
        foreach (var (edge, relationship) in _second)
            TellSecond(edge, relationship, firsts[(relationship, edge.From)]);
    }

    private void TellSecond(EdgeDraft edge, Relationship relationship, string first)
    {
        faults.Add(
            ErrorCodes.ImportSecondEdge, edge.Line.Field("from"),
            $"'{edge.From}' has a second {edge.Type}: the first is '{first}'.",
            edge.Id, $"one edge of {relationship}", $"What other sources say is a claim of '{relationship.Field}'.");
    }

    private void CheckRequired()
    {
        foreach (var node in dataset.Index.Nodes.Where(node => node.IsWhole))
        {
            foreach (var missing in node.Type.Relationships.Where(end => end.IsRequired && end.Edge.Class != EdgeClass.Structural && !_leaving.Contains((end.Edge, node))))
            {
                if (dataset.PrefixesInDoubt.Contains(missing.Edge.Prefix))
                    continue;
                faults.Add(
                    ErrorCodes.ImportMissingEdge, node.Line.Whole,
                    $"'{node.Id}' has no {missing.Edge}; every {node.Type} has one, to {Resolver.Words(missing.Target)}.",
                    expected: $"an edge '{missing.Edge.Prefix}:…' from '{node.Id}' to {Resolver.Words(missing.Target)}");
            }
        }
    }

    private static FieldPlace At(EdgeDraft edge, string field) => new(edge.Line, "", field);
}
