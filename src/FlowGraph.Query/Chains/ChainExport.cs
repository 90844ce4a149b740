using System.Diagnostics;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Chains;

public enum ChainFormat
{
    Markdown,
    Csv,
    Json,
    CslJson,
    Bibtex,
    Graphml,
}

/// <summary>A chain as a file. The same ids and the same footnote numbers in every format.</summary>
public static class ChainExport
{
    /// <param name="permalinkBase">What permalinks start with, without a slash at the end; empty = root-relative.</param>
    public static string Write(Chain chain, ChainFormat format, string permalinkBase)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return format switch
        {
            ChainFormat.Markdown => ChainNarrative.Write(chain, NarrativeFormat.Markdown, permalinkBase),
            ChainFormat.Csv => ChainCsv.Write(ChainPrint.Of(chain)),
            ChainFormat.Json => ChainJson.Write(ChainPrint.Of(chain), permalinkBase),
            ChainFormat.CslJson => ChainBibliography.CslJson(ChainPrint.Of(chain)),
            ChainFormat.Bibtex => ChainBibliography.BibTeX(ChainPrint.Of(chain)),
            ChainFormat.Graphml => ChainGraphMl.Write(ChainPrint.Of(chain)),
            _ => throw new UnreachableException(),
        };
    }
}
