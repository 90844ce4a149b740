using System.Globalization;
using System.Text;
using System.Xml;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Nodes and facts for graph programs.</summary>
internal static class ChainGraphMl
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly string[] _nodeKeys = ["type", "name", "when", "confidence", "status", "sources"];
    private static readonly string[] _edgeKeys =
        ["type", "caption", "when", "confidence", "status", "kind", "independentSources", "accordingTo", "step", "reversed", "sources"];

    public static string Write(ChainPrint print)
    {
        var page = new Utf8Text();
        using (var xml = XmlWriter.Create(page, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("graphml", Space);
            Keys(xml, "node", _nodeKeys);
            Keys(xml, "edge", _edgeKeys);
            xml.WriteStartElement("graph", Space);
            xml.WriteAttributeString("id", print.Chain.Id);
            xml.WriteAttributeString("edgedefault", "directed");
            xml.WriteElementString("desc", Space, $"{print.Chain.Evidence.Release.Id} {print.Chain.Evidence.Release.Version} {print.Chain.Evidence.Release.Sha256}");
            foreach (var node in print.Nodes)
                Node(xml, print, node);

            foreach (var row in print.Rows)
                Edge(xml, print, row);

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return page + "\n";
    }

    private static void Keys(XmlWriter xml, string element, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            xml.WriteStartElement("key", Space);
            xml.WriteAttributeString("id", $"{element}.{name}");
            xml.WriteAttributeString("for", element);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", name switch { "independentSources" or "step" => "int", "reversed" => "boolean", _ => "string" });
            xml.WriteEndElement();
        }
    }

    private static void Node(XmlWriter xml, ChainPrint print, WalkNode node)
    {
        xml.WriteStartElement("node", Space);
        xml.WriteAttributeString("id", node.Id);
        Data(xml, "node.type", node.Type.EnumName);
        Data(xml, "node.name", node.Name);
        Data(xml, "node.when", node.When?.Edtf);
        Data(xml, "node.confidence", node.Strength is { } strength ? FactWords.ToText(strength.Confidence) : null);
        Data(xml, "node.status", node.Strength is { } support ? FactWords.ToText(support.Status) : null);
        Data(xml, "node.sources", string.Join(' ', print.SourcesOf(node.Id)));
        xml.WriteEndElement();
    }

    // The edge as it is in the data, arrow and strength its own; `step` and `reversed` say how it is walked.
    private static void Edge(XmlWriter xml, ChainPrint print, PrintRow row)
    {
        var edge = row.Hop.Fact;
        xml.WriteStartElement("edge", Space);
        xml.WriteAttributeString("id", edge.Id);
        xml.WriteAttributeString("source", edge.From);
        xml.WriteAttributeString("target", edge.To);
        Data(xml, "edge.type", edge.Type.Name);
        Data(xml, "edge.caption", print.Chain.Evidence.Of(edge.Id)["caption"] as string);
        Data(xml, "edge.when", edge.When?.Edtf);
        Data(xml, "edge.confidence", FactWords.ToText(edge.Strength.Confidence));
        Data(xml, "edge.status", FactWords.ToText(edge.Strength.Status));
        Data(xml, "edge.kind", FactWords.ToText(edge.Strength.Kind));
        Data(xml, "edge.independentSources", edge.Strength.IndependentSources.ToString(CultureInfo.InvariantCulture));
        Data(xml, "edge.accordingTo", row.AccordingTo);
        Data(xml, "edge.step", row.Hop.Index.ToString(CultureInfo.InvariantCulture));
        Data(xml, "edge.reversed", row.Hop.Reversed ? "true" : "false");
        Data(xml, "edge.sources", string.Join(' ', print.SourcesOf(edge.Id)));
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;

        xml.WriteStartElement("data", Space);
        xml.WriteAttributeString("key", key);
        xml.WriteString(string.Concat(text.EnumerateRunes().Where(IsText)));
        xml.WriteEndElement();
    }

    // XML 1.0 has no way to write most control characters.
    private static bool IsText(Rune rune) => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF) || rune.Value is '\t' or '\n';

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
