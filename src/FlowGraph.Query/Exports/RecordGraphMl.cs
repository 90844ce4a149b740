using System.Globalization;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>Entities, events and claims as nodes, facts as edges; a claim hangs on its subject by an edge that is no fact and has no id.</summary>
internal static class RecordGraphMl
{
    public const string ClaimEdge = "HAS_CLAIM";

    public static readonly string[] NodeKeys =
        ["type", "name", "when", "kind", "status", "confidence", "independentSources", "accordingTo", "property", "value", "rank", "latitude", "longitude", "sources"];

    public static readonly string[] EdgeKeys = ["type", "caption", "when", "kind", "status", "confidence", "independentSources", "standing", "accordingTo", "sources"];

    public static string Write(RecordPrint print)
    {
        using var page = new GraphMlPage();
        page.Begin(print.Record.Id, print.Release, NodeKeys, EdgeKeys);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in print.Facts.Where(fact => fact.Record.Node is not null && written.Add(fact.Id)))
            Node(page, fact);
        foreach (var end in print.Facts.SelectMany(fact => new[] { fact.From, fact.To }).OfType<WalkNode>().Where(end => written.Add(end.Id)))
            Node(page, end);
        foreach (var fact in print.Facts)
            Edge(page, fact);
        return page.End();
    }

    public static void Node(GraphMlPage page, PrintedFact fact) => page.Node(fact.Id,
    [
        ("type", fact.Type),
        ("name", fact.Text("name") ?? fact.Caption),
        ("when", fact.When?.Edtf),
        ("kind", fact.Text("kind")),
        ("status", fact.Text("status")),
        ("confidence", fact.Text("confidence")),
        ("independentSources", (fact.Record["independentSources"] as int?)?.ToString(CultureInfo.InvariantCulture)),
        ("accordingTo", fact.AccordingTo),
        ("property", fact.IsClaim ? fact.Text("property") : null),
        ("value", fact.Value),
        ("rank", fact.Text("rank")),
        ("latitude", fact.Record["latitude"] is double latitude ? RecordWords.Number(latitude) : null),
        ("longitude", fact.Record["longitude"] is double longitude ? RecordWords.Number(longitude) : null),
        ("sources", string.Join(' ', fact.Sources)),
    ]);

    /// <summary>Of an edge the edge, of a claim the one from its subject, else none.</summary>
    public static void Edge(GraphMlPage page, PrintedFact fact)
    {
        if (fact.IsClaim && fact.From is { } subject)
        {
            page.Edge(null, subject.Id, fact.Id, [("type", ClaimEdge), ("accordingTo", fact.AccordingTo)]);
            return;
        }
        if (fact.Record.Edge is not { } edge)
            return;

        page.Edge(edge.Id, edge.From, edge.To,
        [
            ("type", fact.Type),
            ("caption", fact.Caption),
            ("when", fact.When?.Edtf),
            ("kind", fact.Text("kind")),
            ("status", fact.Text("status")),
            ("confidence", fact.Text("confidence")),
            ("independentSources", (edge["independentSources"] as int?)?.ToString(CultureInfo.InvariantCulture)),
            ("standing", fact.Text("standing")),
            ("accordingTo", fact.AccordingTo),
            ("sources", string.Join(' ', fact.Sources)),
        ]);
    }

    // Of the far end of a fact only what a walk knows of it; its own sources are not printed here.
    private static void Node(GraphMlPage page, WalkNode node) => page.Node(node.Id,
    [
        ("type", node.Type.EnumName),
        ("name", node.Name),
        ("when", node.When?.Edtf),
        ("status", node.Strength is { } strength ? FactWords.ToText(strength.Status) : null),
        ("confidence", node.Strength is { } support ? FactWords.ToText(support.Confidence) : null),
    ]);
}
