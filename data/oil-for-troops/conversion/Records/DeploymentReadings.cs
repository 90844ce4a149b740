using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>The figures that the range of 2024 spans: the passages name who gave each.</summary>
internal static class DeploymentReadings
{
    private static readonly (string Source, decimal Figure, string By)[] Readings =
    [
        ("upi-2025-05-30-msmt", 11_000, "msmt"),
        ("upi-2025-01-24", 12_000, "united-states"),
    ];

    public static void Convert(Draft draft, DossierRecord deployment, string id)
    {
        foreach (var (source, figure, by) in Readings)
        {
            var passage = deployment.Passages.Single(candidate => candidate.Source == source);
            var claim = draft.Claim(id, "personnel");
            QuantityClaims.Single(claim, figure, "PERSONS", Figures.HedgeBefore(passage.Says, figure));
            claim.Set("assertedBy", draft.Dossier.Id(by));
            QuantityClaims.Ranked(claim, "NORMAL", null);
            claim.Cite(passage);
        }
    }
}
