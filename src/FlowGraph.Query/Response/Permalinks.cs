using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Response;

/// <summary>Where the page of a record is, from the root of the server.</summary>
public static class Permalinks
{
    private const string OfFact = "/fact/";

    /// <summary>What stands before the id.</summary>
    /// <param name="type">Null for an edge.</param>
    public static string RootOf(NodeType? type) => type is null || type.IsFact ? OfFact : type.Name == "Source" ? "/source/" : "/node/";
}
