using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Ranking;

/// <summary>Going down the ranking, keeps a chain that shares no cargo with one kept before: the second answer is a second story, not a variation.</summary>
internal static class MovementDiversity
{
    /// <summary>The kept ones, in order.</summary>
    public static List<RankedPath> Keep(IEnumerable<RankedPath> ranked)
    {
        var used = new HashSet<string>();
        var kept = new List<RankedPath>();
        foreach (var path in ranked)
        {
            var cargo = path.Arcs.SkipLast(1).Select(arc => arc.To).Where(IsCargo).Select(node => node.Id).ToList();
            if (cargo.Exists(used.Contains))
                continue;

            used.UnionWith(cargo);
            kept.Add(path);
        }

        return kept;
    }

    // One deployment is what many shipments are said to have been paid with: troops may be shared, goods may not.
    private static bool IsCargo(WalkNode node) => node.Type.Domain is not (null or MovementDomain.Troops);
}
