namespace FlowGraph.Query.Paging;

/// <summary>Orders texts by Unicode code point, as UTF-8 bytes and Neo4j do; UTF-16 units differ above U+FFFF.</summary>
public sealed class CodePointComparer : IComparer<string>
{
    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        if (x is null)
            return -1;
        if (y is null)
            return 1;
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
            return x.Length - y.Length;
        return Weight(x[common]) - Weight(y[common]);
    }

    // A surrogate stands for a code point above every unit of the basic plane, so it must weigh more than U+E000–U+FFFF.
    private static int Weight(char unit) => unit switch
    {
        >= '\ue000' => unit - 0x800,
        >= '\ud800' => unit + 0x2000,
        _ => unit,
    };
}
