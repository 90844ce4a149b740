using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Assembly;

namespace FlowGraph.Query.Exports;

/// <summary>Reads what is printed of records: for many of them at once, in a fixed number of calls.</summary>
internal static class RecordGathering
{
    /// <summary>More facts than these are counted and not printed on one page.</summary>
    public const int MostAround = 1000;

    // Reading the neighbours of a node with more would take more memory than a page is worth.
    private const int GreatestDegree = 20_000;

    /// <summary>Each record by itself, as it is cited; an unknown id is absent.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, RecordPrint>> CitedAsync(IChainStore store, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var gathered = await GatherAsync(store, ids, withObjections: true, cancellationToken);
        return ids.Where(gathered.Evidence.Records.ContainsKey).Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => new RecordPrint(gathered.Fact(id), [], gathered.Evidence, gathered.Nodes), StringComparer.Ordinal);
    }

    /// <summary>Records by themselves, in the order of <paramref name="ids"/>, without what is said against them elsewhere.</summary>
    public static async ValueTask<IReadOnlyList<PrintedFact>> PlainAsync(IChainStore store, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var gathered = await GatherAsync(store, ids, withObjections: false, cancellationToken);
        return [.. ids.Where(gathered.Evidence.Records.ContainsKey).Select(gathered.Fact)];
    }

    /// <summary>An entity or event with the facts that touch it.</summary>
    public static async ValueTask<RecordPrint?> NodeAsync(IChainStore store, string id, CancellationToken cancellationToken)
    {
        if ((await store.NodesAsync([id], cancellationToken))[0] is not { } node)
            return null;
        var types = store.Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).ToHashSet();
        var edges = node.Degree > GreatestDegree ? [] : (await store.ExpandAsync([id], types, cancellationToken)).Edges
            .Where(edge => edge.Strength.Status != FactStatus.Retracted).OrderBy(edge => edge.Type.Ordinal).ThenBy(edge => edge.Id, StringComparer.Ordinal).ToList();
        var shown = edges.Take(MostAround).Select(edge => edge.Id).ToList();
        var gathered = await GatherAsync(store, [id, .. shown], withObjections: true, cancellationToken, about: id);
        return gathered.Evidence.Records.ContainsKey(id)
            ? new(gathered.Fact(id), shown.Where(gathered.Evidence.Records.ContainsKey).Select(gathered.Fact), gathered.Evidence, gathered.Nodes)
            {
                IsPage = true,
                Omitted = node.Degree > GreatestDegree ? node.Degree : edges.Count - shown.Count,
            }
            : null;
    }

    /// <summary>A source with what it and those that relay it are cited for: of each fact only their passages.</summary>
    public static async ValueTask<RecordPrint?> SourceAsync(IRecordStore store, string id, CancellationToken cancellationToken)
    {
        var supports = await store.SupportsAsync(id, cancellationToken);
        var relays = supports.Select(support => support.Source).Append(id).ToHashSet();
        var ids = supports.Select(support => support.Record).Distinct().Order(StringComparer.Ordinal).ToList();
        var shown = ids.Take(MostAround).ToList();
        var gathered = await GatherAsync(store, [id, .. shown], withObjections: true, cancellationToken, about: id);
        if (gathered.Evidence.Records.GetValueOrDefault(id) is not { Node.Type.Name: RecordWords.Source })
            return null;
        var around = shown.Where(gathered.Evidence.Records.ContainsKey).Select(gathered.Fact).Where(fact => fact.Text("status") is not "RETRACTED")
            .Select(fact => fact with { Citations = [.. fact.Citations.Where(citation => relays.Contains(citation.Source.Id))] });
        return new(gathered.Fact(id), around, gathered.Evidence, gathered.Nodes) { IsPage = true, Omitted = ids.Count - shown.Count };
    }

    /// <param name="about">Of whom denials and disputes are told; by default of every record.</param>
    private static async ValueTask<Gathered> GatherAsync(IChainStore store, IReadOnlyCollection<string> ids, bool withObjections, CancellationToken cancellationToken, string? about = null)
    {
        var records = await store.EvidenceAsync([.. ids.Distinct(StringComparer.Ordinal)], cancellationToken);
        var named = records.Values.SelectMany(Names).Concat(records.Values.Where(record => record.Node is not null).Select(record => record.Id)).Distinct(StringComparer.Ordinal).ToList();
        var nodes = named.Count == 0 ? [] : await store.NodesAsync(named, cancellationToken);
        var known = nodes.OfType<WalkNode>().ToDictionary(node => node.Id, StringComparer.Ordinal);
        // Who alleges an exchange stands on the exchange, who asserts a claim beside its subject.
        var bridges = records.Values.Select(record => record.Edge).OfType<EdgeRecord>().SelectMany(edge => new[] { edge.From, edge.To }).Where(end => known.GetValueOrDefault(end) is { Type.IsBridge: true });
        var subjects = records.Values.Select(record => record.Node).OfType<NodeRecord>().Where(node => node.Type.Name == RecordWords.Claim).Select(claim => claim["subjectId"] as string).OfType<string>();
        var spokenOf = withObjections ? (about is null ? known.Keys.Where(records.ContainsKey) : [about]).Where(id => known.GetValueOrDefault(id) is { Type.Contract: not Contract.Record }).ToHashSet() : [];
        var evidence = await EvidenceGathering.AroundAsync(store, records, bridges.Concat(subjects), spokenOf, cancellationToken);
        return new(evidence, known);
    }

    /// <summary>What a record names by id: its ends, and what its properties refer to.</summary>
    private static IEnumerable<string> Names(FactEvidence record)
    {
        var (properties, values) = record.Edge is { } edge ? (edge.Relationship.Edge.Properties, edge.Values) : (record.Node!.Type.Properties, record.Node.Values);
        var references = properties.Where(property => property.ReferenceTo is not null).Select(property => values[property.Index] as string).OfType<string>();
        return record.Edge is { } ends ? references.Concat([ends.From, ends.To]) : references;
    }

    private sealed record Gathered(ChainEvidence Evidence, IReadOnlyDictionary<string, WalkNode> Nodes)
    {
        public PrintedFact Fact(string id) => PrintedFact.Of(Evidence.Of(id), Evidence, Nodes);
    }
}
