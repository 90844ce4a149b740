using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowGraph.Query.Chains;

namespace FlowGraph.Server.Commands;

/// <summary>Several chains in one file of a format; what two of them share stands in it once.</summary>
internal static partial class ChainsText
{
    public static string Write(ChainResult result, ChainFormat format, string publicUrl)
    {
        var texts = result.Chains.Select(chain => ChainExport.Write(chain, format, publicUrl)).ToList();
        return format switch
        {
            ChainFormat.Json => Json(result, texts),
            _ when texts.Count == 1 => texts[0],
            ChainFormat.Markdown => string.Join("\n\n---\n\n", texts.Select((text, i) => i == 0 ? text.TrimEnd('\n') : Renumber(text.TrimEnd('\n'), i + 1))),
            // The step counts from 1 again where the next chain begins.
            ChainFormat.Csv => texts[0] + string.Concat(texts.Skip(1).Select(text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
            ChainFormat.CslJson => Sources(texts),
            ChainFormat.Bibtex => Entries(texts),
            ChainFormat.Graphml => Graph(texts),
            _ => throw new UnreachableException(),
        };
    }

    // Footnotes of one page need labels of their own: note 3 of the second chain is [^2-3].
    private static string Renumber(string text, int chain) => FootnoteLabel().Replace(text, FormattableString.Invariant($"[^{chain}-$1]"));

    [GeneratedRegex(@"\[\^(\d+)\]")]
    private static partial Regex FootnoteLabel();

    private static string Json(ChainResult result, IEnumerable<string> chains) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("release");
        ReleaseWords.Write(json, result.Release);
        json.WriteStartArray("chains");
        foreach (var chain in chains)
        {
            using var document = JsonDocument.Parse(chain);
            document.RootElement.WriteTo(json);
        }
        json.WriteEndArray();
        json.WriteStartArray("overlaps");
        foreach (var overlap in result.Overlaps)
        {
            json.WriteStartObject();
            json.WriteString("a", overlap.A);
            json.WriteString("b", overlap.B);
            Strings(json, "shared", overlap.Shared);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("none", result.None);
        json.WritePropertyName("weakestStep");
        Step(json, result.WeakestStep);
        Rejected(json, result.Rejected);
        json.WriteNumber("exploredCount", result.ExploredCount);
        json.WriteBoolean("truncated", result.Truncated);
        Strings(json, "warnings", result.Warnings);
        json.WriteEndObject();
    });

    private static void Step(Utf8JsonWriter json, ChainHop? hop)
    {
        if (hop is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("index", hop.Index);
        json.WriteString("from", hop.From.Id);
        json.WriteString("to", hop.To.Id);
        json.WriteString("fact", hop.Fact.Id);
        json.WriteString("confidence", FactWords.ToText(hop.Confidence));
        json.WriteString("status", FactWords.ToText(hop.Status));
        json.WriteNumber("independentSources", hop.IndependentSources);
        json.WriteEndObject();
    }

    private static void Rejected(Utf8JsonWriter json, ChainRejections rejected)
    {
        json.WriteStartObject("rejected");
        json.WriteNumber("coincidence", rejected.Coincidence);
        json.WriteNumber("sharedPlace", rejected.SharedPlace);
        json.WriteNumber("contested", rejected.Contested);
        json.WriteNumber("chronology", rejected.Chronology);
        json.WriteNumber("via", rejected.Via);
        json.WriteNumber("diversity", rejected.Diversity);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Sources(IEnumerable<string> texts)
    {
        var items = texts.SelectMany(text => JsonNode.Parse(text)!.AsArray()).DistinctBy(item => (string?)item!["id"]);
        return JsonText.Write(json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
                item!.WriteTo(json);
            json.WriteEndArray();
        });
    }

    // An entry begins with @ at the start of a line and ends with a brace alone on its line.
    private static string Entries(IEnumerable<string> texts)
    {
        var blocks = texts.SelectMany(text => text.Split("\n\n")).SelectMany(block => block.Split("\n@").Select((part, i) => i == 0 ? part : "@" + part));
        return string.Join("\n\n", blocks.Select(block => block.Trim('\n')).Where(block => block.Length > 0).DistinctBy(block => block.Split('\n')[0]));
    }

    private static string Graph(List<string> texts)
    {
        var merged = XDocument.Parse(texts[0]);
        XNamespace space = merged.Root!.Name.Namespace;
        var graph = merged.Root.Element(space + "graph")!;
        graph.SetAttributeValue("id", "chains");
        var known = graph.Elements().Select(Identity).ToHashSet();
        foreach (var text in texts.Skip(1))
        {
            foreach (var element in XDocument.Parse(text).Root!.Element(space + "graph")!.Elements().Where(element => known.Add(Identity(element))))
            {
                if (element.Name.LocalName == "node")
                    graph.Elements(space + "node").Last().AddAfterSelf(element);
                else
                    graph.Add(element);
            }
        }
        return $"{merged.Declaration}\n{merged}\n";
    }

    private static string Identity(XElement element) => $"{element.Name.LocalName} {(string?)element.Attribute("id")}";
}
