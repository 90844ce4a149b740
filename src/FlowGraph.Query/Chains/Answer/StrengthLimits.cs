namespace FlowGraph.Query.Chains.Answer;

/// <summary>The filters that weigh steps, as opposed to those that choose ways. Without them a better-founded "none" can be given.</summary>
internal static class StrengthLimits
{
    /// <summary>Those given, in words that follow "No chain within 6 hops".</summary>
    public static IReadOnlyList<string> Of(ChainRequest request)
    {
        var limits = new List<string>();
        if (!request.Kinds.IsEmpty)
            limits.Add($"with every step {Assembly.HopWords.List([.. request.Kinds.Distinct().Order().Select(FactWords.ToText)], "or")}");

        if (request.MinConfidence is { } confidence)
            limits.Add($"at {FactWords.ToText(confidence)}{(confidence == Confidence.High ? "" : " or better")}");

        if (request.MinIndependentSources is { } sources)
            limits.Add($"with at least {Assembly.HopWords.Count(sources, "independent origin")} at every step");

        if (!request.IncludeContested)
            limits.Add("without contested steps");

        if (request.During is { } during)
            limits.Add(Days(during));

        if (request.Chronology == ChronologyMode.Require)
            limits.Add("in coherent order of time");

        return limits;
    }

    public static ChainRequest Lift(ChainRequest request) => request with
    {
        Kinds = [],
        MinConfidence = null,
        MinIndependentSources = null,
        IncludeContested = true,
        During = null,
        Chronology = request.Chronology == ChronologyMode.Require ? ChronologyMode.Prefer : request.Chronology,
    };

    private static string Days(DayRange during) => during switch
    {
        { From: { } from, To: { } to } => $"between {from:yyyy-MM-dd} and {to:yyyy-MM-dd}",
        { From: { } from } => $"from {from:yyyy-MM-dd} on",
        { To: { } to } => $"up to {to:yyyy-MM-dd}",
        _ => "at any time",
    };
}
