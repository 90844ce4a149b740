using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Chains.Assembly;

/// <summary>What a chain does not show. A caveat without a fact behind it is not made.</summary>
internal static class ChainCaveats
{
    private const string VesselUnit = "VESSELS";

    public static ImmutableArray<ChainCaveat> Of(IReadOnlyList<ChainHop> hops, ChainEvidence evidence) =>
    [
        .. hops.SelectMany(hop => OfHop(hop, evidence).Select(text => new ChainCaveat(hop.Index, text))),
        .. Events(hops).SelectMany(entry => OfEvent(entry.Event, evidence).Select(text => new ChainCaveat(entry.Step, text))),
    ];

    private static IEnumerable<string> OfHop(ChainHop hop, ChainEvidence evidence)
    {
        var step = HopWords.Step(hop);
        var edge = evidence.Of(hop.Fact.Id);
        if (hop.Kind == FactKind.Assessed)
            yield return $"{step} is assessed: an estimate or a judgement, not something observed or reported.";
        else if (hop.Kind == FactKind.Derived)
            yield return $"{step} is derived: the dataset's own arithmetic or reading.";

        if (hop.Status == FactStatus.Contested)
            yield return $"{step} is contested.";

        foreach (var withdrawn in Withdrawn(hop, edge, evidence))
            yield return withdrawn;

        if (hop.IndependentSources <= 1)
            yield return hop.IndependentSources == 1 ? $"{step} rests on one independent origin." : $"{step} rests on no independent origin.";

        foreach (var basis in Bases(edge))
            yield return $"{step} is {basis.ToLowerInvariant()}, not observed or reported.";

        var support = edge.Citations.Where(citation => citation.Citation["stance"] is "SUPPORTS").ToList();
        if (support.Count > 0 && support.TrueForAll(citation => citation.Citation["scope"] is "RECORD"))
            yield return $"{step} has no passage of its own: its citations were read for the record it was taken from.";

        if (hop.Order == TemporalOrder.Unknown)
            yield return $"Whether step {hop.Index} came before or after step {hop.Index - 1} is unknown: {Unknown(hop)}";
    }

    private static IEnumerable<string> Withdrawn(ChainHop hop, FactEvidence edge, ChainEvidence evidence)
    {
        var facts = new[] { (Record: edge, Words: HopWords.Fact(hop), hop.Fact.Strength.Status) }.ToList();
        if (hop.Event is { Strength: { } strength } entered)
            facts.Add((evidence.Of(entered.Id), entered.Name, strength.Status));

        foreach (var (record, words, status) in facts)
        {
            if (status is FactStatus.Retracted or FactStatus.Superseded)
            {
                var reason = record["statusReason"] as string;
                yield return $"Step {hop.Index}: {words} has been {FactWords.ToText(status).ToLowerInvariant()}{(reason is null ? "." : $": {Sentence(reason)}")}";
            }
        }
    }

    // The calls of ships and the like say how they are known; SIGNALLED is what a transponder announced, INFERRED what somebody concluded.
    private static IEnumerable<string> Bases(FactEvidence edge) =>
        edge.Edge!.Relationship.Edge.Properties
            .Where(property => property.Enum?.Name == "CallBasis")
            .Select(property => edge.Edge.Values[property.Index] as string)
            .Where(basis => basis is "SIGNALLED" or "INFERRED")
            .Select(basis => basis!);

    private static string Unknown(ChainHop hop) =>
        hop.When is null ? $"step {hop.Index} is undated."
        : hop.Comparison!.Reason is var reason && reason.Contains("undated", StringComparison.Ordinal) ? $"step {hop.Index - 1} is undated."
        : reason;

    private static IEnumerable<(WalkNode Event, int Step)> Events(IReadOnlyList<ChainHop> hops)
    {
        if (hops[0].From.IsEvent)
            yield return (hops[0].From, 1);

        foreach (var hop in hops.Where(hop => hop.To.IsEvent))
            yield return (hop.To, hop.Index);
    }

    private static IEnumerable<string> OfEvent(WalkNode node, ChainEvidence evidence)
    {
        var record = evidence.Of(node.Id).Node!;
        if (node.Modality is { } modality && modality != ModelWords.Actual)
            yield return $"“{node.Name}” is {modality.ToLowerInvariant()}; nothing here says that it took place.";

        var quantities = record.Type.Properties
            .Select(property => (Property: property, Value: record.Values[property.Index] as Quantity))
            .Where(quantity => quantity.Value is not null)
            .ToList();
        foreach (var (property, value) in quantities)
        {
            if (value!.Bound is "AT_LEAST" or "UP_TO")
                yield return $"“{node.Name}”, {property.Name}: {value.Display}; no {(value.Bound == "AT_LEAST" ? "upper" : "lower")} end is known.";
        }

        foreach (var text in UnnamedShips(node, record["vesselsComplete"] as bool?, quantities, evidence.NamedCarriers.GetValueOrDefault(node.Id)))
            yield return text;
    }

    private static IEnumerable<string> UnnamedShips(
        WalkNode node, bool? complete, IReadOnlyList<(PropertyDefinition Property, Quantity? Value)> quantities, int named)
    {
        var counted = quantities.Where(quantity => quantity.Value!.Unit == VesselUnit).ToList();
        var known = named == 0 ? "none is named" : $"{HopWords.Number(named)} {(named == 1 ? "is" : "are")} named";
        if (counted.Count == 0 && complete == false)
        {
            yield return $"“{node.Name}”: not all of its ships are known by name; {known}.";
            yield break;
        }

        foreach (var (property, value) in counted)
        {
            if (complete == false || (value!.Low ?? value.Best ?? value.High ?? double.MaxValue) > named)
                yield return $"“{node.Name}”, {property.Name}: {value!.Display}; {known}.";
        }
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
