using FlowGraph.Model.Structure;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Surroundings;

/// <summary>What a picture would show, on one line.</summary>
internal static class SurroundingWords
{
    private const int MostNames = 3;
    private const int MostFacts = 5;

    /// <summary>Angara: 3 links; owned by → 1: M Leasing; carried by ← 2: …</summary>
    public static string Around(WalkNode node, IReadOnlyList<(EdgeType Type, Direction Direction, int Count, IEnumerable<string> Names)> groups)
    {
        var parts = groups.Select(group =>
        {
            var names = Names(group.Names.Take(MostNames), group.Count);
            return $"{HopWords.Of(group.Type)} {(group.Direction == Direction.Out ? "→" : "←")} {HopWords.Number(group.Count)}{(names.Length == 0 ? "" : ": ")}{names}";
        });
        return NarrativeWriter.OneLine(string.Join("; ", parts.Prepend($"{node.Name}: {HopWords.Count(groups.Sum(group => group.Count), "link")}")));
    }

    /// <summary>3 nodes and 2 facts within 1 hop of Vostochny Port: A – loaded at → Vostochny Port; …</summary>
    /// <param name="facts">All, in order.</param>
    public static string Within(IReadOnlyList<WalkNode> starts, int hops, IReadOnlyDictionary<string, WalkNode> nodes, IReadOnlyList<WalkEdge> facts, bool truncated)
    {
        var first = facts.Take(MostFacts).Select(fact => $"{nodes[fact.From].Name} – {HopWords.Of(fact.Type)} → {nodes[fact.To].Name}");
        var more = facts.Count > MostFacts ? [$"and {HopWords.Number(facts.Count - MostFacts)} more"] : Array.Empty<string>();
        var around = $"{HopWords.Count(nodes.Count, "node")} and {HopWords.Count(facts.Count, "fact")} within {HopWords.Count(hops, "hop")} of {Names(starts.Select(start => start.Name).Take(MostNames), starts.Count)}{(truncated ? ", cut off" : "")}";
        return NarrativeWriter.OneLine(facts.Count == 0 ? around : $"{around}: {string.Join("; ", first.Concat(more))}");
    }

    /// <summary>A · B · C · 5 more: names have commas of their own.</summary>
    private static string Names(IEnumerable<string> shown, int count)
    {
        var names = shown.ToList();
        if (names.Count > 0 && names.Count < count)
            names.Add($"{HopWords.Number(count - names.Count)} more");
        return string.Join(" · ", names);
    }
}
