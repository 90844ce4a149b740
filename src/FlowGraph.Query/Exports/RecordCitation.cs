using System.Diagnostics;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>What <c>cite</c> says of a fact or a source.</summary>
public static class RecordCitation
{
    /// <param name="permalinkBase">What permalinks start with, without a slash at the end; empty = root-relative.</param>
    internal static string Write(RecordPrint print, CitationFormat format, string permalinkBase) => format switch
    {
        CitationFormat.Markdown => new RecordPage(print, new MarkdownWriter(), permalinkBase).Write(),
        CitationFormat.Text => new RecordPage(print, new PlainTextWriter(), permalinkBase).Write(),
        CitationFormat.CslJson => RecordBibliography.CslJson(print),
        CitationFormat.Bibtex => RecordBibliography.BibTeX(print),
        _ => throw new UnreachableException(),
    };

    /// <summary>Null for an unknown id.</summary>
    public static async ValueTask<string?> WriteAsync(IChainStore store, string id, CitationFormat format, string permalinkBase, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var prints = await RecordGathering.CitedAsync(store, [id], cancellationToken);
        return prints.TryGetValue(id, out var print) ? Write(print, format, permalinkBase) : null;
    }
}
