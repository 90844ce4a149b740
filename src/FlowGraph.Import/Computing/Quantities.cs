using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Computing;

/// <summary>Figures of claims, and the preferred one as the subject's property.</summary>
internal static class Quantities
{
    /// <summary>The figure a claim gives, or null when it gives words.</summary>
    public static Quantity? Of(NodeDraft claim, bool contested) =>
        claim.Text("unit") is { } unit && claim.Text("bound") is { } bound
            ? new Quantity(claim["best"] as double?, claim["low"] as double?, claim["high"] as double?, unit, bound, claim.Text("text"), contested)
            : null;

    public static void Fill(NodeDraft subject, Weighing evidence)
    {
        foreach (var property in subject.Type.Properties.Where(property => property.Kind == ValueKind.Quantity))
        {
            var readings = evidence.Claims(subject.Id, property.Name).Where(claim => !claim.IsRetracted).ToList();
            if (readings.Find(claim => claim.IsPreferred) is not { } preferred)
                continue;
            var contested = readings.Exists(claim => claim.Status is null && evidence.Contests.IsContested(claim.Id)) || readings.Select(Figure).Distinct().Skip(1).Any();
            subject.Values[property.Index] = preferred.Figure is { } figure ? figure with { Contested = contested } : null;
        }
    }

    // 15,279 as low = high and 15,279 as best are one figure: the bound says how exact it is, not another amount.
    private static (double? Low, double? High, double? Best, string? Unit, string? Text) Figure(ClaimReading claim)
    {
        if (claim.Figure is not { } figure)
            return default;
        var (low, high, best) = (figure.Low, figure.High, figure.Best);
        if (low is null && high is null)
            (low, high) = (best, best);
        if (low == high)
            best = low;
        return (low, high, best, figure.Unit, figure.Text);
    }
}
