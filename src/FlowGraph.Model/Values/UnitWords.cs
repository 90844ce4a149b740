namespace FlowGraph.Model.Values;

/// <summary>A unit of the model in words: <c>BARRELS_PER_YEAR</c> is "barrels a year", or "barrel a year" for exactly one.</summary>
public static class UnitWords
{
    private const string PerMark = " per ";

    /// <param name="unit">A member of the model's Unit; its name is the plural.</param>
    /// <param name="amount">The figure it follows; null for none.</param>
    public static string Of(string unit, double? amount)
    {
        ArgumentNullException.ThrowIfNull(unit);
        switch (unit)
        {
            case "AIRCRAFT":
                return "aircraft";
            case "SHARE":
                return "of the whole";
            case "TONNES_UNSPECIFIED":
                return $"{Of("TONNES", amount)} of an unnamed measure";
        }

        var words = unit.ToLowerInvariant().Replace('_', ' ');
        var per = words.IndexOf(PerMark, StringComparison.Ordinal);
        var thing = per < 0 ? words : words[..per];
        if (amount is 1 && thing.EndsWith('s'))
            thing = thing[..^1];

        return per < 0 ? thing : $"{thing} a {words[(per + PerMark.Length)..]}";
    }
}
