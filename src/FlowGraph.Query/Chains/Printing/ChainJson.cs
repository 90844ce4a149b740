using System.Text.Json;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>The Chain of the API, whole, and beside it what the other formats print: disagreements, footnotes, sources.</summary>
internal static class ChainJson
{
    public static string Write(ChainPrint print, string permalinkBase) => JsonText.Write(json =>
    {
        var chain = print.Chain;
        json.WriteStartObject();
        json.WriteString("id", chain.Id);
        Node(json, "from", chain.From);
        Node(json, "to", chain.To);
        json.WriteStartArray("hops");
        foreach (var row in print.Rows)
            Hop(json, print, row);

        json.WriteEndArray();
        json.WriteStartObject("weakestHop");
        Ends(json, chain.WeakestHop);
        Strength(json, chain.WeakestHop);
        json.WriteEndObject();
        json.WriteString("confidence", FactWords.ToText(chain.Confidence));
        json.WriteNumber("independentSources", chain.IndependentSources);
        json.WriteString("chronology", FactWords.ToText(chain.Chronology));
        json.WriteString("why", chain.Why);
        Strings(json, "caveats", chain.Caveats.Select(caveat => caveat.Text));
        json.WriteString("text", chain.Text);
        json.WriteString("permalink", permalinkBase + chain.Permalink);
        json.WriteStartArray("disagreements");
        foreach (var disagreement in print.Disagreements)
        {
            json.WriteStartObject();
            Strings(json, "about", disagreement.Targets);
            json.WriteString("text", disagreement.Text);
            Citations(json, print, disagreement.Citations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in print.Footnotes.Sources)
        {
            json.WriteStartObject();
            RecordJson.Properties(json, source.Type.Properties, source.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RecordJson.Release(json, chain.Evidence.Release);
        json.WriteEndObject();
    });

    private static void Hop(Utf8JsonWriter json, ChainPrint print, PrintRow row)
    {
        var hop = row.Hop;
        json.WriteStartObject();
        Ends(json, hop);
        json.WritePropertyName("fact");
        Fact(json, print, hop.Fact.Id, hop.Fact.Type.Name);
        json.WritePropertyName("event");
        if (hop.Event is { } entered)
            Fact(json, print, entered.Id, entered.Type.EnumName);
        else
            json.WriteNullValue();

        json.WriteBoolean("reversed", hop.Reversed);
        Strength(json, hop);
        json.WriteString("when", hop.When?.Edtf);
        json.WriteString("accordingTo", row.AccordingTo);
        json.WriteString("order", hop.Order is { } order ? FactWords.ToText(order) : null);
        if (hop.GapDays is { } days)
            json.WriteNumber("gapDays", days);
        else
            json.WriteNull("gapDays");

        json.WriteEndObject();
    }

    private static void Ends(Utf8JsonWriter json, ChainHop hop)
    {
        json.WriteNumber("index", hop.Index);
        Node(json, "from", hop.From);
        Node(json, "to", hop.To);
    }

    private static void Strength(Utf8JsonWriter json, ChainHop hop)
    {
        json.WriteString("kind", FactWords.ToText(hop.Kind));
        json.WriteString("status", FactWords.ToText(hop.Status));
        json.WriteString("confidence", FactWords.ToText(hop.Confidence));
        json.WriteNumber("independentSources", hop.IndependentSources);
    }

    private static void Node(Utf8JsonWriter json, string name, WalkNode node)
    {
        json.WriteStartObject(name);
        json.WriteString("id", node.Id);
        json.WriteString("type", node.Type.EnumName);
        json.WriteString("name", node.Name);
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, ChainPrint print, string id, string type)
    {
        var fact = print.Chain.Evidence.Of(id);
        json.WriteStartObject();
        json.WriteString("type", type);
        if (fact.Edge is { } edge)
        {
            json.WriteString("from", edge.From);
            json.WriteString("to", edge.To);
            RecordJson.Properties(json, edge.Relationship.Edge.Properties, edge.Values);
        }
        else
        {
            RecordJson.Properties(json, fact.Node!.Type.Properties, fact.Node.Values);
        }

        Citations(json, print, print.PassagesOf(id));
        json.WriteEndObject();
    }

    private static void Citations(Utf8JsonWriter json, ChainPrint print, IEnumerable<CitationEvidence> citations)
    {
        json.WriteStartArray("citations");
        foreach (var citation in citations)
        {
            json.WriteStartObject();
            json.WriteNumber("footnote", print.Footnotes.Of([citation])[0]);
            json.WriteString("source", citation.Source.Id);
            RecordJson.Properties(json, citation.Citation.Type.Properties, citation.Citation.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);

        json.WriteEndArray();
    }
}
