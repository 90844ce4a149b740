using System.Globalization;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Nodes and facts for graph programs.</summary>
internal static class ChainGraphMl
{
    private static readonly string[] _nodeKeys = ["type", "name", "when", "confidence", "status", "sources"];
    private static readonly string[] _edgeKeys =
        ["type", "caption", "when", "confidence", "status", "kind", "independentSources", "accordingTo", "step", "reversed", "sources"];

    public static string Write(ChainPrint print)
    {
        using var page = new GraphMlPage();
        page.Begin(print.Chain.Id, print.Chain.Evidence.Release, _nodeKeys, _edgeKeys);
        foreach (var node in print.Nodes)
            Node(page, print, node);

        foreach (var row in print.Rows)
            Edge(page, print, row);

        return page.End();
    }

    private static void Node(GraphMlPage page, ChainPrint print, WalkNode node) => page.Node(node.Id,
    [
        ("type", node.Type.EnumName),
        ("name", node.Name),
        ("when", node.When?.Edtf),
        ("confidence", node.Strength is { } strength ? FactWords.ToText(strength.Confidence) : null),
        ("status", node.Strength is { } support ? FactWords.ToText(support.Status) : null),
        ("sources", string.Join(' ', print.SourcesOf(node.Id))),
    ]);

    // The edge as it is in the data, arrow and strength its own; `step` and `reversed` say how it is walked.
    private static void Edge(GraphMlPage page, ChainPrint print, PrintRow row)
    {
        var edge = row.Hop.Fact;
        page.Edge(edge.Id, edge.From, edge.To,
        [
            ("type", edge.Type.Name),
            ("caption", print.Chain.Evidence.Of(edge.Id)["caption"] as string),
            ("when", edge.When?.Edtf),
            ("confidence", FactWords.ToText(edge.Strength.Confidence)),
            ("status", FactWords.ToText(edge.Strength.Status)),
            ("kind", FactWords.ToText(edge.Strength.Kind)),
            ("independentSources", edge.Strength.IndependentSources.ToString(CultureInfo.InvariantCulture)),
            ("accordingTo", row.AccordingTo),
            ("step", row.Hop.Index.ToString(CultureInfo.InvariantCulture)),
            ("reversed", row.Hop.Reversed ? "true" : "false"),
            ("sources", string.Join(' ', print.SourcesOf(edge.Id))),
        ]);
    }
}
