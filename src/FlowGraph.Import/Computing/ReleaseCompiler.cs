using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Computing;

/// <summary>Drafts without a fault → the release, with everything that the rules of evidence compute.</summary>
internal static class ReleaseCompiler
{
    /// <summary>Null when two facts have one key.</summary>
    public static GraphRelease? Compile(DatasetDraft dataset, string sha256, Faults faults, CancellationToken cancellationToken)
    {
        List<Draft> records = [.. dataset.Nodes, .. dataset.Edges];
        List<Draft> facts = [.. dataset.Nodes.Where(node => node.Type.IsFact), .. dataset.Edges];
        var claims = dataset.Nodes.Where(node => node.Type.Name == Vocabulary.Claim)
            .ToLookup(claim => (claim.Text("subjectId")!, claim.Text("property")!)); // both required, hence read

        // 1. what each passage does, and how far each source is trusted
        foreach (var record in records)
            Stances.Fill(record, dataset);
        var origins = new Origins(dataset);
        var reliabilities = FillSources(dataset, origins);
        foreach (var record in records)
            FillOrigins(record, origins);

        // 2. status, kind and confidence of every fact
        var contests = new Contests(dataset, claims);
        var grade = new Grade(dataset.Model);
        var kinds = new Kinds(dataset, grade);
        var confidences = new Confidences(origins, kinds, grade, contests, reliabilities);
        foreach (var fact in facts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fact.Set(Vocabulary.Kind, kinds.Of(fact));
            if (fact.Text(Vocabulary.Status) is null)
                fact.Set(Vocabulary.Status, contests.IsContested(fact) ? Vocabulary.Contested : Vocabulary.Asserted);
            var confidence = confidences.Of(fact);
            fact.Set("confidence", confidence.Level);
            fact.Set("confidenceBasis", confidence.Basis);
            fact.Set("independentSources", confidence.IndependentSources);
            fact.Set("caption", Captions.Of(fact, dataset, fact.Text(Vocabulary.Status) == Vocabulary.Contested));
        }

        // 3. preferred figures and keys
        foreach (var node in dataset.Nodes)
            Quantities.Fill(node, claims);
        return FillKeys(facts, faults) ? Release(dataset, sha256, cancellationToken) : null;
    }

    private static Dictionary<string, string?> FillSources(DatasetDraft dataset, Origins origins)
    {
        var reliabilities = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var source in dataset.Nodes.Where(node => node.Type.Name == Vocabulary.Source))
        {
            var reliability = Reliability.Of(source);
            reliabilities.Add(source.Id, reliability);
            source.Set("reliability", reliability);
            var entry = origins.General(source.Id);
            var isSource = entry is not null && dataset.Node(entry.Origin)!.Type.Name == Vocabulary.Source; // references are checked
            source.Set("originBasis", entry?.Basis ?? "UNKNOWN");
            source.Set("origin", isSource ? entry!.Origin : null); // not null where isSource
            source.Set("originActor", isSource ? null : entry?.Origin);
        }

        return reliabilities;
    }

    private static void FillOrigins(Draft record, Origins origins)
    {
        foreach (var citation in record.Citations)
        {
            var entry = origins.EntryOf(citation.Source!.Target, record); // required, hence read
            citation.Set("origin", entry?.Origin);
            citation.Set("originBasis", entry?.Basis ?? "UNKNOWN");
        }
    }

    private static bool FillKeys(List<Draft> facts, Faults faults)
    {
        var count = faults.Count;
        var taken = new Dictionary<string, string>(facts.Count, StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var key = FactKey.Of(fact.Id);
            if (!taken.TryAdd(key, fact.Id))
            {
                faults.Add(
                    ErrorCodes.ImportKeyCollision, fact.Line.Field("id"), $"'{fact.Id}' has the same key {key} as '{taken[key]}'.", key,
                    "a key that one fact has", "Give one of the two another id.");
            }

            fact.Set("key", key);
        }

        return faults.Count == count;
    }

    private static GraphRelease Release(DatasetDraft dataset, string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<Draft> records = [.. dataset.Nodes, .. dataset.Edges];
        var citations = records.SelectMany(record => record.Citations).ToList();
        var nodes = dataset.Nodes.Select(node => new NodeRecord(node.Type, node.Id, Frozen(node)))
            .Concat(citations.Select(citation => new NodeRecord(citation.Type, citation.Id, Frozen(citation))))
            .OrderBy(node => node.Id, StringComparer.Ordinal);
        var facts = dataset.Edges.OrderBy(edge => edge.Id, StringComparer.Ordinal)
            .Select(edge => new EdgeRecord(edge.Relationship!, edge.Id, edge.From, edge.To, Frozen(edge))); // set when the ends were checked
        var links = dataset.Nodes.SelectMany(node => node.Links.Select(link => (From: node.Id, Link: link)))
            .Concat(citations.Select(citation => (From: citation.Id, Link: citation.Source!))) // required, hence read
            .OrderBy(link => link.Link.Relationship.Edge.Ordinal).ThenBy(link => link.From, StringComparer.Ordinal).ThenBy(link => link.Link.Target, StringComparer.Ordinal)
            .Select(link => new EdgeRecord(link.Link.Relationship, "", link.From, link.Link.Target, []));

        var manifest = dataset.Manifest;
        return new GraphRelease
        {
            Model = dataset.Model,
            Nodes = [.. nodes],
            Edges = [.. facts, .. links],
            Info = new ReleaseInfo
            {
                Id = manifest.Id,
                Version = manifest.Version,
                Title = manifest.Title,
                Description = manifest.Description,
                Licence = manifest.Licence,
                ReleasedAt = manifest.ReleasedAt,
                Sha256 = sha256,
                Contact = manifest.Contact,
                Corrections = manifest.Corrections,
                Counts = Counts(dataset, citations.Count),
                CountingGroups = manifest.CountingGroups,
                Caveats = Caveats.Of(dataset),
            },
        };
    }

    private static ImmutableArray<object?> Frozen(Draft draft)
    {
        if (draft.Property("id") is { } id)
            draft.Values[id.Index] = draft.Id;
        return [.. draft.Values];
    }

    private static ImmutableArray<TypeCount> Counts(DatasetDraft dataset, int citations)
    {
        var nodes = dataset.Nodes.CountBy(node => node.Type).ToDictionary();
        var edges = dataset.Edges.CountBy(edge => edge.Type).ToDictionary();
        return
        [
            .. dataset.Model.NodeTypes.Select(type => new TypeCount(type.EnumName, type.Name == Vocabulary.Citation ? citations : nodes.GetValueOrDefault(type))),
            .. dataset.Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).Select(type => new TypeCount(type.Name, edges.GetValueOrDefault(type))),
        ];
    }
}
