using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>One component of an order, as an expression.</summary>
/// <param name="Kind">What a cursor's value becomes to be compared with it.</param>
/// <param name="MayBeMissing">Missing values stand last, whichever way the order goes.</param>
/// <param name="IsIndexed">It is a property with an index of its own.</param>
internal readonly record struct SortKey(string Expression, ValueKind Kind, bool Descending, bool MayBeMissing, bool IsIndexed = false)
{
    /// <summary>For ORDER BY. Neo4j puts null last going up and first going down.</summary>
    /// <param name="fromEnd">The same order from its end to its start.</param>
    public string Order(bool fromEnd) => (Descending, fromEnd, MayBeMissing) switch
    {
        (false, false, _) => Expression,
        (false, true, _) => $"{Expression} DESC",
        (true, false, true) => $"{Expression} IS NULL, {Expression} DESC",
        (true, false, false) => $"{Expression} DESC",
        (true, true, true) => $"{Expression} IS NOT NULL, {Expression}",
        (true, true, false) => Expression,
    };
}
