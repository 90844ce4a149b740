using System.Collections.Immutable;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>One thing on which sources differ, or that somebody denies.</summary>
/// <param name="Targets">Ids of the chain's facts and nodes it is about.</param>
/// <param name="Parts">What each says, with its passages.</param>
internal sealed record Disagreement(ImmutableArray<string> Targets, string Lead, ImmutableArray<DisagreementPart> Parts)
{
    public string Text => $"{Lead}{(Parts.Any(part => part.Text.Length > 0) ? " " : "")}{string.Join("; ", Parts.Select(part => part.Text).Where(text => text.Length > 0))}";

    public IEnumerable<CitationEvidence> Citations => Parts.SelectMany(part => part.Citations);
}

internal sealed record DisagreementPart(string Text, ImmutableArray<CitationEvidence> Citations);
