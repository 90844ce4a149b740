using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains;

/// <summary>The id of a chain: which facts, and in which direction each is walked. It is the chain: nothing else is stored of it.</summary>
public sealed record ChainId
{
    private const string Prefix = "chain:";

    private ChainId(string text, ImmutableArray<Hop> hops)
    {
        Text = text;
        Hops = hops;
    }

    public string Text { get; }

    public ImmutableArray<Hop> Hops { get; }

    public static ChainId Of(IEnumerable<Hop> hops)
    {
        var list = hops.ToImmutableArray();
        return new ChainId(Prefix + string.Join('-', list), list);
    }

    /// <summary>False for what cannot be a chain id on any server.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ChainId? id)
    {
        id = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var parts = text[Prefix.Length..].Split('-');
        if (parts.Length > ChainRequest.GreatestMaxHops || !Array.TrueForAll(parts, IsHop))
            return false;

        id = new ChainId(text, [.. parts.Select(part => new Hop(part[0] == 'r', part[1..]))]);
        return true;
    }

    public override string ToString() => Text;

    private static bool IsHop(string part) => part.Length > 0 && part[0] is ('f' or 'r') && FactKey.IsValid(part.AsSpan(1));

    /// <param name="Reversed">Walked against the arrow.</param>
    /// <param name="Key">The edge's key.</param>
    public readonly record struct Hop(bool Reversed, string Key)
    {
        public override string ToString() => (Reversed ? "r" : "f") + Key;
    }
}
