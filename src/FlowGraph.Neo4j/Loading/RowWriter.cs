using System.Text.Json;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Loading;

/// <summary>A node or relationship → a row of a batch.</summary>
internal static class RowWriter
{
    public static void Node(Utf8JsonWriter json, StoredNode node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WritePropertyName("l");
        JsonScalar.Write(json, Labels.Groups(node.Type).Prepend(node.Type.Name));
        Properties(json, node.Values);
        json.WriteEndObject();
    }

    public static void Fact(Utf8JsonWriter json, StoredFact fact)
    {
        json.WriteStartObject();
        json.WriteString("a", fact.Edge.From);
        json.WriteString("b", fact.Edge.To);
        json.WriteString("t", fact.Edge.Relationship.Edge.Name);
        json.WriteString("id", fact.Edge.Id);
        Properties(json, fact.Values);
        json.WriteEndObject();
    }

    public static void Link(Utf8JsonWriter json, string from, string to)
    {
        json.WriteStartObject();
        json.WriteString("a", from);
        json.WriteString("b", to);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, IEnumerable<StoredValue> values)
    {
        json.WriteStartObject("p");
        foreach (var (name, value) in values)
        {
            json.WritePropertyName(name);
            JsonScalar.Write(json, value);
        }
        json.WriteEndObject();
    }
}
