namespace FlowGraph.Neo4j.Loading;

/// <summary>What of a database is not in the release to be loaded, or stands in its way.</summary>
internal sealed class ReleaseDifference
{
    /// <summary>By label.</summary>
    public Dictionary<string, List<string>> Nodes { get; } = [];

    /// <summary>Ids by type: edges that vanished, and those that now lead elsewhere.</summary>
    public Dictionary<string, List<string>> Facts { get; } = [];

    /// <summary>By type and the anchor of their start.</summary>
    public Dictionary<(string Type, string From), List<(string From, string To)>> Links { get; } = [];

    /// <summary>Nodes whose natural key changes, by label and key.</summary>
    public Dictionary<(string Label, string Key), List<string>> Keys { get; } = [];

    /// <summary>Nodes with a label of a group that their type is no member of, by anchor and label.</summary>
    public Dictionary<(string Anchor, string Label), List<string>> Labels { get; } = [];

    public int NodesSeen { get; set; }

    public int EdgesSeen { get; set; }

    public int NodesRemoved => Nodes.Values.Sum(ids => ids.Count);

    public int EdgesRemoved => Facts.Values.Sum(ids => ids.Count) + Links.Values.Sum(links => links.Count);
}
