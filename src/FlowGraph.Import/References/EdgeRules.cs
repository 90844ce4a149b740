using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.References;

/// <summary>Edges join what the model allows, a single relationship once, a required one at least once, and nothing is part of itself.</summary>
internal sealed class EdgeRules(DatasetDraft dataset, Resolver resolver, Faults faults)
{
    private readonly Dictionary<(Relationship Relationship, string From), EdgeDraft> _single = [];

    public void Check()
    {
        foreach (var edge in dataset.Edges)
            CheckEnds(edge);
        CheckRequired();
        new CycleRule(dataset, faults).Check();
    }

    private void CheckEnds(EdgeDraft edge)
    {
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

        edge.Relationship = edge.Type.RelationshipBetween(from.Type, to.Type);
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

        CheckSingle(edge);
    }

    private void CheckSingle(EdgeDraft edge)
    {
        if (edge.Relationship is not { IsList: false } relationship || _single.TryAdd((relationship, edge.From), edge))
            return;
        faults.Add(
            ErrorCodes.ImportSecondEdge, edge.Line.Field("from"),
            $"'{edge.From}' has a second {edge.Type}: the first is '{_single[(relationship, edge.From)].Id}'.",
            edge.Id, $"one edge of {relationship}", $"What other sources say is a claim of '{relationship.Field}'.");
    }

    private void CheckRequired()
    {
        var leaving = dataset.Edges.Select(edge => (edge.Type, edge.From)).ToHashSet();
        foreach (var node in dataset.Nodes.Where(node => node.IsWhole && node.Id.Length > 0))
        {
            foreach (var missing in node.Type.Relationships.Where(end => end.IsRequired && end.Edge.Class != EdgeClass.Structural && !leaving.Contains((end.Edge, node.Id))))
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
