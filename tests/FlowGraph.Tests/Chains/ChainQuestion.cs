using FlowGraph.Query.Chains;
using FlowGraph.TestKit.Records;
using Xunit;

namespace FlowGraph.Tests.Chains;

/// <summary>Asks for chains in a drawn graph.</summary>
internal static class ChainQuestion
{
    public static async Task<ChainResult> AskAsync(string graph, ChainRequest request) =>
        await ChainFinder.FindAsync(new RecordsChainStore(GraphSketch.Draw(graph)), request, TestContext.Current.CancellationToken);

    public static Task<ChainResult> AskAsync(string graph, string from, string to) =>
        AskAsync(graph, new ChainRequest { From = from, To = to });

    /// <summary>The ids of the nodes passed, ends included.</summary>
    public static string Stops(this Chain chain) => string.Join(" ", chain.Hops.Select(hop => hop.To.Id).Prepend(chain.From.Id));
}
