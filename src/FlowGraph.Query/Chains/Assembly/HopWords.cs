using System.Text;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Chains.Assembly;

/// <summary>Steps and their parts in words.</summary>
internal static class HopWords
{
    /// <summary>CARRIED_BY → carried by; MilitaryUnit → military unit.</summary>
    public static string Of(EdgeType type) => type.Name.ToLowerInvariant().Replace('_', ' ');

    public static string Of(NodeType type) => type.EnumName.ToLowerInvariant().Replace('_', ' ');

    public static string Of(MovementDomain domain) => FactWords.ToText(domain).ToLowerInvariant();

    /// <summary>What is shared where two movements meet: a port, a ship, a unit.</summary>
    public static string Meeting(NodeType type) => type.Name switch
    {
        "Vessel" => "ship",
        "MilitaryUnit" => "unit",
        "Organization" => "organization",
        _ => Of(type),
    };

    /// <summary>The step as the data has it: "the troops leg of the alleged exchange", else its ends along the arrow.</summary>
    public static string Fact(ChainHop hop) =>
        Leg(hop) ?? (hop.Reversed ? $"{hop.To.Name} · {Of(hop.Fact.Type)} · {hop.From.Name}" : $"{hop.From.Name} · {Of(hop.Fact.Type)} · {hop.To.Name}");

    /// <summary>"Step 3, the troops leg of the alleged exchange,"; "Step 1 (loaded at)": the beginning of a sentence.</summary>
    public static string Step(ChainHop hop) => Leg(hop) is { } leg ? $"Step {hop.Index}, {leg}," : $"Step {hop.Index} ({Of(hop.Fact.Type)})";

    /// <summary>LOW, contested</summary>
    public static string Grade(Strength strength) =>
        FactWords.ToText(strength.Confidence) + (strength.Status == FactStatus.Asserted ? "" : $", {FactWords.ToText(strength.Status).ToLowerInvariant()}");

    /// <summary>LOW, contested, 1 independent origin</summary>
    public static string Of(Strength strength) => $"{Grade(strength)}, {Count(strength.IndependentSources, "independent origin")}";

    /// <summary>The chain on one line, arrows as in the data.</summary>
    public static string Line(IReadOnlyList<ChainHop> hops, ChainHop weakest)
    {
        var line = new StringBuilder(hops[0].From.Name);
        foreach (var hop in hops)
            line.Append(hop.Reversed ? $" ← {Of(hop.Fact.Type)} – " : $" – {Of(hop.Fact.Type)} → ").Append(hop.To.Name);

        return line.Append($" (weakest: step {weakest.Index}, {Of(weakest.Strength)})").ToString();
    }

    public static string Count(int count, string noun) => $"{Number(count)} {(count == 1 ? noun : noun + "s")}";

    public static string Number(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>a, b and c</summary>
    public static string List(IReadOnlyList<string> words, string last = "and") => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}",
    };

    private static string? Leg(ChainHop hop)
    {
        var (from, to) = hop.Reversed ? (hop.To, hop.From) : (hop.From, hop.To);
        return from.Type.IsBridge && hop.Fact.Type.RelationshipBetween(from.Type, to.Type) is { } leg
            ? $"the {leg.Field} leg of the alleged {Of(from.Type)}"
            : null;
    }
}
