using System.Globalization;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Variables of one statement: each name once, so that no part shadows another.</summary>
internal sealed class VariableNames
{
    /// <summary>How many there are. Setting it takes over what was named elsewhere.</summary>
    public int Count { get; set; }

    public string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{Count++}");
}
