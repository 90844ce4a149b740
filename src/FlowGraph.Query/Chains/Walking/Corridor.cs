using System.Collections.Immutable;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>Every edge that a path of the asked length can use, in the directions allowed. Nodes are numbered; 0 is the start, 1 the end.</summary>
/// <param name="Ways">Per node, the ways out of it by edge id.</param>
/// <param name="NodeCount">Distinct nodes that an edge of the corridor touches.</param>
/// <param name="Truncated">There were more edges than <see cref="GreatestSize"/>.</param>
internal sealed record Corridor(int MaxHops, ImmutableArray<ImmutableArray<Way>> Ways, int NodeCount, bool Truncated)
{
    public const int GreatestSize = 20_000;

    public const int Start = 0;

    public const int End = 1;

    public static Corridor Of(WalkNode from, WalkNode to, int maxHops, IReadOnlyList<Arc> arcs, bool truncated)
    {
        var numbers = new Dictionary<string, int> { [from.Id] = Start, [to.Id] = End };
        foreach (var arc in arcs)
        {
            numbers.TryAdd(arc.From.Id, numbers.Count);
            numbers.TryAdd(arc.To.Id, numbers.Count);
        }

        var ways = new List<Way>[numbers.Count];
        foreach (var arc in arcs)
            (ways[numbers[arc.From.Id]] ??= []).Add(new Way(arc, numbers[arc.To.Id]));

        return new Corridor(
            maxHops,
            [.. ways.Select(list => list is null ? [] : list.OrderBy(way => way.Arc.Edge.Id, StringComparer.Ordinal).ToImmutableArray())],
            arcs.SelectMany(arc => new[] { arc.From.Id, arc.To.Id }).Distinct().Count(),
            truncated);
    }
}

internal readonly record struct Way(Arc Arc, int Target);
