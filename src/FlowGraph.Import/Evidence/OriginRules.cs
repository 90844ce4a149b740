using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Import.References;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Evidence;

/// <summary>Origins name what is there, and no fact has two origins by one source.</summary>
internal sealed class OriginRules(DatasetDraft dataset, Resolver resolver, Faults faults) : RecordRule
{
    public override void End()
    {
        var source = dataset.Model.NodeTypesByName[Vocabulary.Source];
        ImmutableArray<NodeType> bodies = [source, .. dataset.Model.GroupsByName.TryGetValue("Actor", out var actors) ? actors.Types : []];
        var taken = new Dictionary<(string Source, string Fact), string>();
        foreach (var entry in dataset.Origins)
        {
            resolver.Node(entry.Source, entry.At("source"), source.Types, "a Source");
            resolver.Node(entry.Origin, entry.At("origin"), bodies, "a Source, or an Actor where no publication of the body is on file");
            if (entry.Facts.IsEmpty && !taken.TryAdd((entry.Source, ""), entry.Id))
            {
                faults.Add(
                    ErrorCodes.ImportDuplicateOrigin, entry.Line.Field("source"),
                    $"'{entry.Source}' has an origin for all facts already, '{taken[(entry.Source, "")]}'.",
                    entry.Source, "one entry without 'facts' for a source", "Name in 'facts' what this one holds for.");
            }

            for (var i = 0; i < entry.Facts.Length; i++)
                CheckFact(entry, entry.Facts[i], $"facts[{i}]", taken);
        }
    }

    private void CheckFact(OriginDraft entry, string fact, string field, Dictionary<(string Source, string Fact), string> taken)
    {
        if (resolver.Any(fact, entry.At(field)) is { IsCitation: true } or { TypeName: Vocabulary.Source })
        {
            faults.Add(
                ErrorCodes.ImportWrongTarget, entry.Line.Field(field),
                $"'{field}' is '{fact}', which is evidence itself; expected an entity, an event, an edge or a claim.",
                fact, "an entity, an event, an edge or a claim");
        }

        if (!taken.TryAdd((entry.Source, fact), entry.Id))
        {
            faults.Add(
                ErrorCodes.ImportDuplicateOrigin, entry.Line.Field(field),
                $"'{entry.Source}' has an origin for '{fact}' already, '{taken[(entry.Source, fact)]}'.",
                fact, "one origin of a source for a fact");
        }
    }
}
