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

    public static void Fill(NodeDraft subject, ILookup<(string Subject, string Property), NodeDraft> claims)
    {
        foreach (var property in subject.Type.Properties.Where(property => property.Kind == ValueKind.Quantity))
        {
            var readings = claims[(subject.Id, property.Name)].Where(claim => claim.Text(Vocabulary.Status) != Vocabulary.Retracted).ToList();
            if (readings.Find(claim => claim.Text("rank") == Vocabulary.Preferred) is not { } preferred)
                continue;
            var contested = readings.Exists(claim => claim.Text(Vocabulary.Status) == Vocabulary.Contested) || readings.Select(Figure).Distinct().Skip(1).Any();
            subject.Values[property.Index] = Of(preferred, contested);
        }
    }

    // 15,279 as low = high and 15,279 as best are one figure: the bound says how exact it is, not another amount.
    private static (object? Low, object? High, object? Best, string? Unit, string? Text) Figure(NodeDraft claim)
    {
        var (low, high, best) = (claim["low"], claim["high"], claim["best"]);
        if (low is null && high is null)
            (low, high) = (best, best);
        if (Equals(low, high))
            best = low;
        return (low, high, best, claim.Text("unit"), claim.Text("text"));
    }
}
