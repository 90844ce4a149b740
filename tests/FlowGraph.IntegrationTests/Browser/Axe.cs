using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>Every rule of axe on a page as it is shown.</summary>
internal static class Axe
{
    // What passes is not described: that takes longer than looking.
    private static readonly AxeRunOptions _options = new() { ResultTypes = [ResultType.Violations] };

    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page) =>
        (await page.RunAxe(_options)).Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
}
