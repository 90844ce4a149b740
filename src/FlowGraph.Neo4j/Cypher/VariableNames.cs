using System.Globalization;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Variables of one statement: each name once, so that no part shadows another.</summary>
internal sealed class VariableNames
{
    private int _count;

    public string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_count++}");
}
