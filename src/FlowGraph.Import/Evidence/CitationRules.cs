using FlowGraph.Import.Computing;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Evidence;

/// <summary>Every fact is cited, every passage speaks of something its record has, every cited source can be named.</summary>
internal sealed class CitationRules(DatasetDraft dataset, Faults faults) : RecordRule
{
    private readonly HashSet<string> _cited = new(StringComparer.Ordinal);

    public override void Node(NodeDraft node)
    {
        if (node.Type.Name != Vocabulary.Source && node.IsWhole)
            Check(node);
    }

    public override void Edge(EdgeDraft edge) => Check(edge);

    public override void End()
    {
        foreach (var source in dataset.Index.Nodes.OfType<SourceHeader>())
            CheckSource(source);
    }

    private void Check(Draft record)
    {
        if (record.Citations.IsEmpty && !record.Refused.Contains("citations"))
        {
            faults.Add(
                ErrorCodes.ImportUncited, record.Line.Field("citations"), $"{Named(record)} has no citation; expected at least one.",
                expected: "at least one citation with source, locator and paraphrase",
                hint: "What no source says does not belong into the dataset.");
        }

        var allSupport = Stances.AreAllSupporting(record, dataset);
        foreach (var citation in record.Citations)
        {
            if (citation.Source is { } source)
                _cited.Add(source.Target);
            if (citation.CitedProperty is { } property && !FactFields.Has(record, property))
            {
                var expected = $"a field of {record.TypeName}, or no 'property' where the passage speaks of the whole record";
                faults.Add(
                    ErrorCodes.ImportCitationProperty, citation.At("property").Location,
                    $"'{citation.At("property").Path}' is '{property}', which no {record.TypeName} has; expected {expected}.",
                    property, expected, faults.Near(property, FactFields.Of(record)));
            }

            if (allSupport && citation.Stance == Vocabulary.Disputes)
            {
                faults.Add(
                    ErrorCodes.ImportStance, citation.At("stance").Location,
                    $"'{citation.At("stance").Path}' is DISPUTES on {Named(record)}; expected SUPPORTS or CONTEXT.", Vocabulary.Disputes,
                    "SUPPORTS or CONTEXT", "The record says that something was denied or that sources differ; a passage that does so supports it.");
            }
        }
    }

    private void CheckSource(SourceHeader source)
    {
        if (source.HasNoPublisher && _cited.Contains(source.Id))
        {
            faults.Add(
                ErrorCodes.ImportIncompleteSource, source.Line.Field("publisher"),
                $"'{source.Id}' is cited but has no 'publisher'; expected a title and a publisher.",
                expected: "a title and a publisher", hint: "Without them a footnote cannot name it.");
        }
    }

    private static string Named(Draft record) => record.Id.Length > 0 ? $"'{record.Id}'" : $"this {record.TypeName}";
}
