using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>Tells a chain from a coincidence: two movements that merely touch the same port are not one story.</summary>
internal static class ExchangeRule
{
    /// <summary>The first pair of movements of different domains without a bridge between them; failing that, the first pair of one domain that only share a node.</summary>
    public static MovementPair? Offence(IReadOnlyList<NodeType> nodes)
    {
        MovementPair? meeting = null;
        foreach (var pair in Neighbours(nodes))
        {
            if (pair.IsCoincidence)
                return pair;

            if (pair.IsMeeting)
                meeting ??= pair;
        }

        return meeting;
    }

    /// <summary>Movements that follow each other in a path, both ends included, when all that is neither movement nor bridge is left out.</summary>
    public static IEnumerable<MovementPair> Neighbours(IReadOnlyList<NodeType> nodes)
    {
        var last = -1;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].IsBridge)
            {
                last = -1;
            }
            else if (nodes[i].Domain is { } domain)
            {
                if (last >= 0)
                    yield return new MovementPair(last, i, nodes[last].Domain!.Value, domain);

                last = i;
            }
        }
    }
}

/// <summary>Two movements of a path, by position, with neither movement nor bridge between them.</summary>
internal readonly record struct MovementPair(int First, int Second, MovementDomain FirstDomain, MovementDomain SecondDomain)
{
    public bool IsCoincidence => FirstDomain != SecondDomain;

    /// <summary>They move the same, but are joined by no edge of their own (a part, an overlap): they meet over what stands between them.</summary>
    public bool IsMeeting => FirstDomain == SecondDomain && Second > First + 1;
}
