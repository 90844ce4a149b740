using System.Collections.Immutable;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>What every format prints of a chain: the same facts, passages, numbers and words.</summary>
internal sealed class ChainPrint
{
    private ChainPrint(Chain chain)
    {
        Chain = chain;
        Rows = [.. chain.Hops.Select(Row)];
        Disagreements = Printing.Disagreements.Of(chain);
        foreach (var row in Rows)
            Footnotes.Add(row.Support);

        foreach (var disagreement in Disagreements)
            Footnotes.Add(disagreement.Citations);
    }

    public Chain Chain { get; }

    public ImmutableArray<PrintRow> Rows { get; }

    public ImmutableArray<Disagreement> Disagreements { get; }

    public Footnotes Footnotes { get; } = new();

    public IEnumerable<WalkNode> Nodes => Chain.Hops.Select(hop => hop.To).Prepend(Chain.From);

    public static ChainPrint Of(Chain chain) => new(chain);

    /// <summary>Every passage printed about a fact or node of the chain: for it, then against it.</summary>
    public IEnumerable<CitationEvidence> PassagesOf(string id) =>
        (Supports(id) ? Passages.Supporting(Chain.Evidence.Of(id)) : [])
        .Concat(Disagreements.Where(disagreement => disagreement.Targets.Contains(id)).SelectMany(disagreement => disagreement.Citations).Where(citation => SpeaksOf(citation, id)))
        .DistinctBy(citation => citation.Citation.Id);

    public IEnumerable<string> SourcesOf(string id) => PassagesOf(id).Select(citation => citation.Source.Id).Distinct();

    /// <summary>The facts a row stands for: its edge, the event or other node it enters, and at the first row the node it leaves.</summary>
    public static IEnumerable<string> FactsOf(ChainHop hop) =>
        hop.Index == 1 ? [hop.Fact.Id, hop.To.Id, hop.From.Id] : [hop.Fact.Id, hop.To.Id];

    private PrintRow Row(ChainHop hop)
    {
        var support = FactsOf(hop).Where(Supports).SelectMany(id => Passages.Supporting(Chain.Evidence.Of(id))).ToImmutableArray();
        return new PrintRow(
            hop,
            Attribution.Of(hop, Chain.Evidence),
            support,
            [.. support.Select(citation => citation.Citation["sourceWording"] as string).OfType<string>().Distinct()]);
    }

    // One passage can stand against several facts of the chain, with a citation for each: a fact is given only its own.
    private bool SpeaksOf(CitationEvidence citation, string id) =>
        citation.Citation["factId"] is var fact && ((string?)fact == id || !Chain.Hops.Any(hop => FactsOf(hop).Contains(fact)));

    // What is cited for a port or a ship is its existence, which no step is about.
    private bool Supports(string id) => Chain.Evidence.Of(id) is { Edge: not null } || Nodes.Any(node => node.Id == id && node.IsEvent);
}

/// <param name="Support">Passages for the edge, then for the event it enters.</param>
/// <param name="Wordings">The sources' own words, where there are any.</param>
internal sealed record PrintRow(ChainHop Hop, string AccordingTo, ImmutableArray<CitationEvidence> Support, ImmutableArray<string> Wordings);
