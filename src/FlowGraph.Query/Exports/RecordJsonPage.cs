using System.Text.Json;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>Records with everything that is known of them, shaped as in the API.</summary>
internal static class RecordJsonPage
{
    public static string Write(RecordPrint print, string permalinkBase) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        Fact(json, print.Record, print.Footnotes);
        json.WriteString("permalink", permalinkBase + print.Record.Permalink);
        Facts(json, "claims", print.Claims, print.Footnotes);
        if (print.IsPage)
        {
            Facts(json, "facts", print.Around, print.Footnotes);
            json.WriteNumber("omitted", print.Omitted);
        }
        json.WriteStartArray("disagreements");
        foreach (var disagreement in print.Disagreements)
        {
            json.WriteStartObject();
            json.WriteString("text", disagreement.Text);
            Citations(json, disagreement.Citations, print.Footnotes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in print.Sources)
        {
            json.WriteStartObject();
            RecordJson.Properties(json, source.Type.Properties, source.Values);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        RecordJson.Release(json, print.Release);
        json.WriteEndObject();
    });

    /// <summary>The members of a record, within an object.</summary>
    /// <param name="footnotes">Null where none are numbered.</param>
    public static void Fact(Utf8JsonWriter json, PrintedFact fact, Footnotes? footnotes)
    {
        json.WriteString("type", fact.Type);
        if (fact.Record.Edge is { } edge)
        {
            End(json, "from", edge.From, fact.From);
            End(json, "to", edge.To, fact.To);
            RecordJson.Properties(json, edge.Relationship.Edge.Properties, edge.Values);
        }
        else
        {
            var node = fact.Record.Node!;
            RecordJson.Properties(json, node.Type.Properties, node.Values);
            if (fact.IsClaim)
                json.WriteString("display", fact.Value);
        }
        json.WriteString("attribution", fact.AccordingTo.Length == 0 ? null : fact.AccordingTo);
        Citations(json, fact.Citations, footnotes);
    }

    private static void Facts(Utf8JsonWriter json, string name, IEnumerable<PrintedFact> facts, Footnotes footnotes)
    {
        json.WriteStartArray(name);
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            Fact(json, fact, footnotes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, string name, string id, WalkNode? node)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteString("type", node?.Type.EnumName);
        json.WriteString("name", node?.Name);
        json.WriteEndObject();
    }

    private static void Citations(Utf8JsonWriter json, IEnumerable<CitationEvidence> citations, Footnotes? footnotes)
    {
        json.WriteStartArray("citations");
        foreach (var citation in citations)
        {
            json.WriteStartObject();
            if (footnotes is not null)
                json.WriteNumber("footnote", footnotes.Of([citation])[0]);
            json.WriteString("source", citation.Source.Id);
            RecordJson.Properties(json, citation.Citation.Type.Properties, citation.Citation.Values);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
