using FlowGraph.Conversion.Input;

namespace FlowGraph.Conversion.Output;

/// <summary>Turns the dossier's figures into claims: one for each figure, cited with the passages that contain it.</summary>
internal static class QuantityClaims
{
    private static readonly string[] SpanFields = ["low", "high", "central"];

    /// <summary>A claim from an object such as <c>barrels: { low, high, central, estimator, method }</c>; null when it holds no figure.</summary>
    public static RecordDraft? Span(Draft draft, DossierRecord record, string subject, string property, string unit, string path, params IEnumerable<DossierRecord> estimates)
    {
        var (low, high, central, text) =
            (record.Number($"{path}.low"), record.Number($"{path}.high"), record.Number($"{path}.central"), record.Text($"{path}.text"));
        if ((low ?? high ?? central) is null && text is null) return null;

        var claim = draft.Claim(subject, property);
        var best = central is not null && (low == central || high == central) ? null : central;
        var figures = (decimal[])[.. new[] { low, high, central }.OfType<decimal>().Distinct()];
        var hedges = Hedges(draft, record, figures).ToList();
        var approximate = record.Text($"{path}.qualifier")?.Contains("about", StringComparison.Ordinal) ?? (FirstHedge(draft, record, figures) is { } first && Figures.IsApproximate(first));
        var bound = (low, high, best) switch
        {
            (null, null, null) => "UNSTATED",
            (null, null, _) => "ABOUT",
            (not null, null, _) => "AT_LEAST",
            (null, not null, _) => "UP_TO",
            _ when low == high => approximate ? "ABOUT" : "EXACT",
            _ => "BETWEEN",
        };
        Values(claim, low, high, best, unit, bound);
        foreach (var name in SpanFields)
        {
            if (record.Number($"{path}.{name}") is null) continue;
            if (name == "central" && best is null) draft.Ledger.DropField(record.Key, $"{path}.central", "repeats the bound, so it is no value of its own");
            else draft.Ledger.Field(record.Key, $"{path}.{name}", claim.Id);
        }

        claim.Take(record, $"{path}.text", "text").Read(record, $"{path}.unit");
        claim.Set("qualifier", hedges.Find(hedge => Fits(hedge, bound))).Take(record, $"{path}.qualifier", "qualifier").Take(record, $"{path}.method", "method");
        Asserter(draft, claim, record, path);
        Preferred(claim);
        CiteEstimates(draft, claim, estimates);
        CiteFigures(draft, claim, record, figures, text is null ? [] : [text.Split(" (")[0]]);
        return claim;
    }

    /// <summary>A claim from a single number; the words of the passages say whether it is exact, a floor or approximate.</summary>
    public static RecordDraft Number(Draft draft, DossierRecord record, string subject, string property, string unit, string path)
    {
        var figure = record.Number(path) ?? throw new InvalidDataException($"{record.Key} has no number at '{path}'.");
        var claim = draft.Claim(subject, property);
        draft.Ledger.Field(record.Key, path, claim.Id);
        Single(claim, figure, unit, FirstHedge(draft, record, [figure]));
        Preferred(claim);
        CiteFigures(draft, claim, record, [figure], []);
        return claim;
    }

    public static void Single(RecordDraft claim, decimal figure, string unit, string? hedge)
    {
        var bound = hedge switch
        {
            not null when Figures.IsFloor(hedge) => "AT_LEAST",
            not null when Figures.IsApproximate(hedge) => "ABOUT",
            _ => "EXACT",
        };
        Values(claim, figure, bound == "AT_LEAST" ? null : figure, null, unit, bound);
        claim.Set("qualifier", bound == "EXACT" ? null : hedge);
    }

    public static void Values(RecordDraft claim, decimal? low, decimal? high, decimal? best, string unit, string bound) =>
        claim.Set("low", low).Set("high", high).Set("best", best).Set("unit", unit).Set("bound", bound);

    public static RecordDraft Ranked(RecordDraft claim, string rank, string? reason) => claim.Set("rank", rank).Set("rankReason", reason);

    public static void Preferred(RecordDraft claim) => Ranked(claim, "PREFERRED", null);

    public static void Asserter(Draft draft, RecordDraft claim, DossierRecord record, string path)
    {
        if (claim.Read(record, $"{path}.estimator") is { } estimator) claim.Set("assertedBy", draft.Dossier.Id(estimator));
        claim.Take(record, $"{path}.estimatorNote", "assertedByNote");
    }

    /// <summary>The supporting passages that contain a figure or one of the words; where none does, all of them, read for the record.</summary>
    public static void CiteFigures(Draft draft, RecordDraft claim, DossierRecord record, IReadOnlyList<decimal> figures, IReadOnlyList<string> words)
    {
        var supporting = draft.Supporting(record).ToList();
        var containing = supporting
            .Where(passage => figures.Any(figure => Figures.Mentions(passage.Says, figure)) || words.Any(word => Figures.Mentions(passage.Says, word)))
            .Where(passage => !claim.CitedSources.Contains(passage.Source))
            .ToList();
        claim.CiteAll(containing);
        if (!claim.IsCited) claim.CiteAll(supporting, "RECORD");
    }

    private static bool Fits(string hedge, string bound) => bound switch
    {
        "ABOUT" => Figures.IsApproximate(hedge),
        "AT_LEAST" => Figures.IsFloor(hedge),
        "UP_TO" => hedge == "up to",
        _ => false,
    };

    private static void CiteEstimates(Draft draft, RecordDraft claim, IEnumerable<DossierRecord> estimates)
    {
        foreach (var estimate in estimates)
        {
            draft.CiteTie(claim, estimate);
            claim.Set("assertedBy", draft.Dossier.Id(estimate.Required("from")));
        }
    }

    private static string? FirstHedge(Draft draft, DossierRecord record, IReadOnlyList<decimal> figures)
    {
        var first = draft.Supporting(record).FirstOrDefault(passage => figures.Any(figure => Figures.Mentions(passage.Says, figure)));
        return first is null ? null : figures.Select(figure => Figures.HedgeBefore(first.Says, figure)).OfType<string>().FirstOrDefault();
    }

    private static IEnumerable<string> Hedges(Draft draft, DossierRecord record, IReadOnlyList<decimal> figures) =>
        draft.Supporting(record)
            .SelectMany(passage => figures.Select(figure => Figures.HedgeBefore(passage.Says, figure)))
            .OfType<string>();
}
