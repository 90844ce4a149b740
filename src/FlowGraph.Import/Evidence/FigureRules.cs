using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Evidence;

/// <summary>What a claim gives: words for a property that is no quantity; else a figure whose unit is allowed and whose bound fits it.</summary>
internal sealed class FigureRules(Faults faults)
{
    private static readonly ImmutableArray<string> _figureFields = ["low", "high", "best", "unit", "bound", "text"];
    private static readonly ImmutableArray<string> _requiredFields = ["unit", "bound"];

    /// <param name="claim">A claim whose property its subject has.</param>
    /// <param name="quantity">The property if it is a quantity.</param>
    public void Check(NodeDraft claim, PropertyDefinition? quantity)
    {
        if (quantity is null)
            CheckWords(claim);
        else
            CheckFigure(claim, quantity);
    }

    private void CheckWords(NodeDraft claim)
    {
        var name = claim.Text("property");
        foreach (var field in _figureFields.Where(field => claim[field] is not null))
        {
            faults.Add(
                ErrorCodes.ImportClaimValue, claim.Line.Field(field), $"'{field}' stands on a claim of '{name}', which is no quantity; expected 'value' alone.",
                field, "'value' with text");
        }

        if (claim.Lacks("value"))
            faults.Add(ErrorCodes.ImportClaimValue, claim.Line.Field("value"), $"A claim of '{name}' gives its reading as text; expected 'value'.", expected: "'value' with text");
    }

    private void CheckFigure(NodeDraft claim, PropertyDefinition quantity)
    {
        if (claim.Text("value") is { } words)
        {
            faults.Add(
                ErrorCodes.ImportClaimValue, claim.Line.Field("value"), $"'value' stands on a claim of '{quantity.Name}', which is a quantity; expected low, high or best with unit and bound.", words,
                "low, high or best with unit and bound; words go to 'text'");
        }

        foreach (var field in _requiredFields.Where(claim.Lacks))
            faults.Add(ErrorCodes.ImportClaimValue, claim.Line.Field(field), $"A claim of '{quantity.Name}' gives a figure; expected '{field}'.", expected: $"a value for '{field}'");

        if (claim.Text("unit") is { } unit && !quantity.Units.Contains(unit))
        {
            faults.Add(
                ErrorCodes.ImportUnit, claim.Line.Field("unit"), $"'unit' is {unit}, but '{quantity.Name}' is given in {string.Join(" or ", quantity.Units)}.",
                unit, $"one of {string.Join(", ", quantity.Units)}");
        }

        if (IsOrdered(claim) && claim.Text("bound") is { } bound && !_figureFields.Any(claim.Refused.Contains))
            CheckBound(claim, bound);
    }

    private bool IsOrdered(NodeDraft claim)
    {
        var figures = Figures.Of(claim);
        var (field, expected) = figures switch
        {
            _ when figures.Low > figures.High => ("low", $"at most 'high', {Number(figures.High)}"),
            _ when figures.Best < figures.Low => ("best", $"at least 'low', {Number(figures.Low)}"),
            _ when figures.Best > figures.High => ("best", $"at most 'high', {Number(figures.High)}"),
            _ => ("", ""),
        };
        if (field.Length == 0)
            return true;
        var found = Number(claim[field] as double?);
        faults.Add(ErrorCodes.ImportReversedRange, claim.Line.Field(field), $"'{field}' is {found}; expected {expected}.", found, expected);
        return false;
    }

    private void CheckBound(NodeDraft claim, string bound)
    {
        var figures = Figures.Of(claim);
        var (low, high, best) = figures;
        var (fits, expected) = bound switch
        {
            "EXACT" => (low is not null && low == high, "'low' and 'high' with the same figure"),
            "AT_LEAST" => (low is not null && high is null && best is null, "'low' alone"),
            "UP_TO" => (high is not null && low is null && best is null, "'high' alone"),
            "BETWEEN" => (low < high, "'low' below 'high'"),
            "ABOUT" => (low == high && (low ?? best) is not null, "'best' alone, or 'low' and 'high' with the same figure"),
            _ => ((low ?? high ?? best) is null && claim["text"] is not null, "'text' alone, no figure"),
        };
        if (!fits)
            faults.Add(ErrorCodes.ImportBound, claim.Line.Field("bound"), $"'bound' is {bound}, but the claim has {figures}; expected {expected}.", figures.ToString(), expected);
    }

    private static string Number(double? figure) => CanonicalNumber.Text(figure ?? 0);

    private readonly record struct Figures(double? Low, double? High, double? Best)
    {
        public static Figures Of(NodeDraft claim) => new(claim["low"] as double?, claim["high"] as double?, claim["best"] as double?);

        public override string ToString()
        {
            (string Name, double? Value)[] all = [("low", Low), ("high", High), ("best", Best)];
            var given = string.Join(", ", all.Where(figure => figure.Value is not null).Select(figure => $"{figure.Name} {Number(figure.Value)}"));
            return given.Length == 0 ? "no figure" : given;
        }
    }
}
