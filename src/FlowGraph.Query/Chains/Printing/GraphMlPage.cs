using System.Globalization;
using System.Text;
using System.Xml;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>GraphML, whole or piece by piece: what was written so far can be taken away, so that a graph of any size needs no more memory than its largest piece.</summary>
internal sealed class GraphMlPage : IDisposable
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    private readonly Utf8Text _text = new();
    private readonly XmlWriter _xml;

    public GraphMlPage() => _xml = XmlWriter.Create(_text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" });

    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    public void Begin(string id, ReleaseInfo release, IEnumerable<string> nodeKeys, IEnumerable<string> edgeKeys)
    {
        _xml.WriteStartElement("graphml", Space);
        Keys("node", nodeKeys);
        Keys("edge", edgeKeys);
        _xml.WriteStartElement("graph", Space);
        _xml.WriteAttributeString("id", id);
        _xml.WriteAttributeString("edgedefault", "directed");
        _xml.WriteElementString("desc", Space, $"{release.Id} {release.Version} {release.Sha256}");
    }

    public void Node(string id, IEnumerable<(string Key, string? Text)> data)
    {
        _xml.WriteStartElement("node", Space);
        _xml.WriteAttributeString("id", id);
        Data("node", data);
    }

    /// <param name="id">Null where the edge is no fact and has none.</param>
    public void Edge(string? id, string source, string target, IEnumerable<(string Key, string? Text)> data)
    {
        _xml.WriteStartElement("edge", Space);
        if (id is not null)
            _xml.WriteAttributeString("id", id);

        _xml.WriteAttributeString("source", source);
        _xml.WriteAttributeString("target", target);
        Data("edge", data);
    }

    /// <summary>What was written since the last call.</summary>
    public string Take()
    {
        _xml.Flush();
        var text = _text.ToString();
        _text.GetStringBuilder().Clear();
        return text;
    }

    /// <summary>The rest.</summary>
    public string End()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        return Take() + "\n";
    }

    private void Keys(string element, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _xml.WriteStartElement("key", Space);
            _xml.WriteAttributeString("id", $"{element}.{name}");
            _xml.WriteAttributeString("for", element);
            _xml.WriteAttributeString("attr.name", name);
            _xml.WriteAttributeString("attr.type", name switch { "independentSources" or "step" => "int", "reversed" => "boolean", "latitude" or "longitude" => "double", _ => "string" });
            _xml.WriteEndElement();
        }
    }

    private void Data(string element, IEnumerable<(string Key, string? Text)> data)
    {
        foreach (var (key, text) in data)
        {
            if (string.IsNullOrEmpty(text))
                continue;

            _xml.WriteStartElement("data", Space);
            _xml.WriteAttributeString("key", $"{element}.{key}");
            _xml.WriteString(string.Concat(text.EnumerateRunes().Where(IsText)));
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    // XML 1.0 has no way to write most control characters.
    private static bool IsText(Rune rune) => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF) || rune.Value is '\t' or '\n';

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
