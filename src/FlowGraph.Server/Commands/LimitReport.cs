using FlowGraph.Model.Diagnostics;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Commands;

/// <param name="Of">What is counted.</param>
/// <param name="Found">Null where only an answer would tell.</param>
internal sealed record LimitRow(string Code, string Of, long? Found, long Allowed);

/// <summary>What the limits find in an operation, and what they allow.</summary>
internal static class LimitReport
{
    public static IReadOnlyList<LimitRow> Of(OperationMeasures measures, long cost, LimitOptions limits) =>
    [
        new(ErrorCodes.LimitCost, "cost", cost, limits.Cost),
        new(ErrorCodes.LimitTokens, "tokens", measures.Tokens, limits.Tokens),
        new(ErrorCodes.LimitSelections, "selections", measures.Selections, limits.Selections),
        new(ErrorCodes.LimitDepth, "levels of selections", measures.Depth, limits.Depth),
        new(ErrorCodes.LimitRepeats, "one field side by side", measures.Repeats, limits.Repeats),
        new(ErrorCodes.LimitAliases, "names of one root field", measures.Aliases, limits.Aliases),
        new(ErrorCodes.LimitDepth, "objects within where", null, limits.WhereDepth),
        new(ErrorCodes.LimitDepth, "objects within order", null, limits.OrderDepth),
        new(ErrorCodes.LimitPage, "rows of a page", null, limits.Page),
        new(ErrorCodes.LimitIds, "ids of an argument", null, limits.Ids),
        new(ErrorCodes.LimitIds, "values of a list in a filter", null, limits.In),
        new(ErrorCodes.LimitHops, "hops of a chain", null, limits.Hops),
        new(ErrorCodes.LimitChains, "chains of an answer", null, limits.Chains),
        new(ErrorCodes.LimitSubgraph, "hops of a subgraph", null, limits.SubgraphHops),
        new(ErrorCodes.LimitSubgraph, "nodes, and facts, of it", null, limits.Subgraph),
        new(ErrorCodes.LimitText, "characters to search for", null, limits.Text),
        new(ErrorCodes.LimitBody, "bytes of the request", null, limits.Body),
        new(ErrorCodes.LimitResponse, "bytes of the response", null, limits.Response),
        new(ErrorCodes.StoreTimeout, "seconds", null, limits.Seconds),
    ];

    public static string Text(IReadOnlyList<LimitRow> rows) => string.Concat(rows.Select(row =>
        FormattableString.Invariant($"{row.Code,-17}{row.Of,-30}{row.Found,8}{(row.Found is null ? "   " : " of")}{row.Allowed,10}{(row.Found > row.Allowed ? "  refused" : "")}\n")));
}
