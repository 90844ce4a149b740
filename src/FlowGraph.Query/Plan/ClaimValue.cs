using FlowGraph.Model.Records;
using FlowGraph.Model.Values;

namespace FlowGraph.Query.Plan;

/// <summary>What a claim claims, in words.</summary>
public static class ClaimValue
{
    /// <param name="claim">A node of type Claim.</param>
    public static string Display(NodeRecord claim)
    {
        if (claim["value"] is string value)
            return value;
        return claim["unit"] is string unit && claim["bound"] is string bound
            ? new Quantity((double?)claim["best"], (double?)claim["low"], (double?)claim["high"], unit, bound, (string?)claim["text"], false).Display
            : (string?)claim["text"] ?? "";
    }
}
