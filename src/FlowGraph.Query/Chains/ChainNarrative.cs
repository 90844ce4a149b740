using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Chains;

public enum NarrativeFormat
{
    Markdown,
    Text,
}

/// <summary>A chain as a footnoted text that can be checked by hand and printed.</summary>
public static class ChainNarrative
{
    /// <param name="permalinkBase">What permalinks start with, without a slash at the end; empty = root-relative.</param>
    public static string Write(Chain chain, NarrativeFormat format, string permalinkBase)
    {
        ArgumentNullException.ThrowIfNull(chain);
        NarrativeWriter writer = format == NarrativeFormat.Markdown ? new MarkdownWriter() : new PlainTextWriter();
        return new NarrativePage(ChainPrint.Of(chain), writer, permalinkBase).Write();
    }
}
