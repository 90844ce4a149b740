using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Computing;

/// <summary>A draft without a fault → the record with everything that the rules of evidence compute.</summary>
internal sealed class RecordCompiler
{
    private readonly DatasetDraft _dataset;
    private readonly Weighing _evidence;
    private readonly Kinds _kinds;
    private readonly Confidences _confidences;

    public RecordCompiler(DatasetDraft dataset, Weighing evidence)
    {
        (_dataset, _evidence) = (dataset, evidence);
        var grade = new Grade(dataset.Model);
        _kinds = new(dataset, grade);
        _confidences = new(dataset, evidence, _kinds, grade);
    }

    public CitedNode Node(NodeDraft node)
    {
        Cite(node);
        if (node.Type.Name == Vocabulary.Source)
            FillSource(node);
        if (node.Type.IsFact)
            Weigh(node);
        Quantities.Fill(node, _evidence);
        return new(
            new NodeRecord(node.Type, node.Id, Frozen(node)), Citations(node),
            [.. node.Links.Select(link => new EdgeRecord(link.Relationship, "", node.Id, link.Target, [])), .. Sources(node)]);
    }

    public CitedEdge Edge(EdgeDraft edge)
    {
        Cite(edge);
        Weigh(edge);
        return new(
            new EdgeRecord(_dataset.RelationshipOf(edge)!, edge.Id, edge.From, edge.To, Frozen(edge)), Citations(edge), [.. Sources(edge)]); // its ends were checked
    }

    /// <summary>How many independent origins support a fact.</summary>
    public int IndependentSources(Draft fact) => _confidences.IndependentSources(fact);

    public bool IsOriginUnknown(string source) => _evidence.Origins.General(source) is null;

    private void Cite(Draft record)
    {
        Stances.Fill(record, _dataset);
        foreach (var citation in record.Citations)
        {
            var entry = _evidence.Origins.EntryOf(citation.Source!.Target, record); // required, hence read
            citation.Set("origin", entry?.Origin);
            citation.Set("originBasis", entry?.Basis ?? "UNKNOWN");
        }
    }

    private void Weigh(Draft fact)
    {
        fact.Set(Vocabulary.Kind, _kinds.Of(fact));
        if (fact.Text(Vocabulary.Status) is null)
            fact.Set(Vocabulary.Status, _evidence.Contests.IsContested(fact.Id) ? Vocabulary.Contested : Vocabulary.Asserted);
        var confidence = _confidences.Of(fact);
        fact.Set("confidence", confidence.Level);
        fact.Set("confidenceBasis", confidence.Basis);
        fact.Set("independentSources", confidence.IndependentSources);
        fact.Set("caption", Captions.Of(fact, _dataset, fact.Text(Vocabulary.Status) == Vocabulary.Contested));
        fact.Set("key", FactKey.Of(fact.Id));
    }

    private void FillSource(NodeDraft source)
    {
        source.Set("reliability", Reliability.Of(source));
        var entry = _evidence.Origins.General(source.Id);
        var isSource = entry is not null && _dataset.Node(entry.Origin)!.Type.Name == Vocabulary.Source; // references are checked
        source.Set("originBasis", entry?.Basis ?? "UNKNOWN");
        source.Set("origin", isSource ? entry!.Origin : null); // not null where isSource
        source.Set("originActor", isSource ? null : entry?.Origin);
    }

    private static ImmutableArray<NodeRecord> Citations(Draft record) =>
        [.. record.Citations.Select(citation => new NodeRecord(citation.Type, citation.Id, Frozen(citation)))];

    private static IEnumerable<EdgeRecord> Sources(Draft record) =>
        record.Citations.Select(citation => new EdgeRecord(citation.Source!.Relationship, "", citation.Id, citation.Source.Target, [])); // required, hence read

    private static ImmutableArray<object?> Frozen(Draft draft)
    {
        if (draft.Property("id") is { } id)
            draft.Values[id.Index] = draft.Id;
        return [.. draft.Values];
    }
}
