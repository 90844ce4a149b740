using FlowGraph.Query.Api;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>A document with the values of one request, before its arguments are looked at. It holds nothing that its request gives back to a pool.</summary>
/// <param name="Cost">Not yet held to the limit.</param>
public readonly record struct PreparedRequest(PreparedDocument Document, Variables Variables, PlanVariant Variant, long Cost)
{
    /// <summary>A look-up by id ends before a deadline could be set up.</summary>
    public bool IsInstant => Variant.Plan.Roots is [{ Kind: RootKind.LookUp or RootKind.Node or RootKind.Fact }];
}
