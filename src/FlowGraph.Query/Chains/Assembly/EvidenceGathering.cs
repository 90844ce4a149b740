using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains.Walking;

namespace FlowGraph.Query.Chains.Assembly;

/// <summary>Reads what is printed of chains and of single records: once for all of them, in a fixed number of calls.</summary>
internal static class EvidenceGathering
{
    public static async ValueTask<ChainEvidence> RunAsync(IChainStore store, IReadOnlyList<IReadOnlyList<Arc>> paths, CancellationToken cancellationToken)
    {
        var nodes = paths.SelectMany(path => path.Select(arc => arc.From).Append(path[^1].To)).DistinctBy(node => node.Id).ToList();
        var edges = paths.SelectMany(path => path.Select(arc => arc.Edge.Id)).Distinct();

        // An end that is no event is only where the question starts or stops: what is disputed about it elsewhere is not this chain's matter.
        var inner = paths.SelectMany(path => path.SkipLast(1).Select(arc => arc.To.Id)).ToHashSet();
        var spokenOf = nodes.Where(node => node.IsEvent || inner.Contains(node.Id)).Select(node => node.Id).ToHashSet();

        return await AroundAsync(store, ImmutableDictionary<string, FactEvidence>.Empty, nodes.Select(node => node.Id).Concat(edges), spokenOf, cancellationToken);
    }

    /// <summary>The records of <paramref name="ids"/>, and of whatever denies or disputes <paramref name="spokenOf"/>.</summary>
    /// <param name="known">Records that need not be read again.</param>
    public static async ValueTask<ChainEvidence> AroundAsync(
        IChainStore store, IReadOnlyDictionary<string, FactEvidence> known, IEnumerable<string> ids, IReadOnlySet<string> spokenOf, CancellationToken cancellationToken)
    {
        var around = await ExpandAsync(store, spokenOf, [ModelWords.Denies, ModelWords.About, ModelWords.CarriedBy], cancellationToken);
        var objections = around.Edges
            .Where(edge => edge.Type.Name != ModelWords.CarriedBy && spokenOf.Contains(edge.To) && edge.Strength.Status != FactStatus.Retracted)
            .OrderBy(edge => edge.Id, StringComparer.Ordinal)
            .ToList();
        var statements = objections.Select(edge => edge.From).ToHashSet();
        var unknown = ids.Concat(objections.Select(edge => edge.Id)).Concat(statements).Distinct().Where(id => !known.ContainsKey(id)).ToList();
        var (naming, reading) = (MakersAsync(store, statements, cancellationToken), ReadAsync(store, known, unknown, cancellationToken));
        await Task.WhenAll(naming, reading);
        var (makers, records) = (await naming, await reading);
        return new ChainEvidence
        {
            Release = store.Release,
            Records = records,
            Denials = Objections(objections, ModelWords.Denies, makers),
            Disputes = Objections(objections, ModelWords.About, makers),
            Names = await NamesAsync(store, records.Values, cancellationToken),
            NamedCarriers = around.Edges
                .Where(edge => edge.Type.Name == ModelWords.CarriedBy && edge.Strength.Status != FactStatus.Retracted)
                .GroupBy(edge => edge.From)
                .ToImmutableDictionary(group => group.Key, group => group.Select(edge => edge.To).Distinct().Count()),
        };
    }

    private static async Task<IReadOnlyDictionary<string, FactEvidence>> ReadAsync(
        IChainStore store, IReadOnlyDictionary<string, FactEvidence> known, List<string> unknown, CancellationToken cancellationToken) =>
        unknown.Count == 0 ? known : known.Concat(await store.EvidenceAsync(unknown, cancellationToken)).ToDictionary(StringComparer.Ordinal);

    private static ImmutableArray<ChainObjection> Objections(IEnumerable<WalkEdge> edges, string type, ILookup<string, string> makers) =>
    [
        .. edges.Where(edge => edge.Type.Name == type)
            .Select(edge => new ChainObjection(edge.Id, edge.From, edge.To, [.. makers[edge.From].Order(StringComparer.Ordinal)])),
    ];

    private static async Task<ILookup<string, string>> MakersAsync(IChainStore store, IReadOnlyCollection<string> statements, CancellationToken cancellationToken)
    {
        var (edges, nodes) = await ExpandAsync(store, statements, [ModelWords.MadeBy], cancellationToken);
        var names = nodes.ToDictionary(node => node.Id, node => node.Name);
        return edges.Where(edge => edge.Strength.Status != FactStatus.Retracted).ToLookup(edge => edge.From, edge => names[edge.To]);
    }

    private static async ValueTask<Expansion> ExpandAsync(IChainStore store, IReadOnlyCollection<string> ids, string[] types, CancellationToken cancellationToken)
    {
        var known = types.Select(store.Model.EdgeTypesByName.GetValueOrDefault).OfType<EdgeType>().ToHashSet();
        return ids.Count == 0 || known.Count == 0
            ? new Expansion([], [])
            : await store.ExpandAsync([.. ids.Order(StringComparer.Ordinal)], known, cancellationToken);
    }

    private static async ValueTask<ImmutableDictionary<string, string>> NamesAsync(IChainStore store, IEnumerable<FactEvidence> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Edge).OfType<Model.Records.EdgeRecord>()
            .SelectMany(edge => edge.Relationship.Edge.Properties.Where(property => property.ReferenceTo is not null).Select(property => edge.Values[property.Index] as string))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            return ImmutableDictionary<string, string>.Empty;

        return (await store.NodesAsync(ids, cancellationToken)).OfType<WalkNode>().ToImmutableDictionary(node => node.Id, node => node.Name);
    }
}
