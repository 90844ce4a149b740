using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Answering;

/// <summary>Where the walk stands in a reply: at a node, at an edge or link, on a page, or at a row of one.</summary>
internal readonly record struct Spot
{
    public RecordShape? Shape { get; init; }

    /// <summary>By the places of <see cref="Shape"/>.</summary>
    public JsonElement[] Values { get; init; }

    public NodeType? Node { get; init; }

    /// <summary>Of an edge or link.</summary>
    public EdgeType? Edge { get; init; }

    public ReplyPage? Page { get; init; }

    /// <summary>Opens one list of the reply.</summary>
    public static Spot At(RecordShape shape, JsonElement list, ReplyPage? page = null)
    {
        var values = new JsonElement[shape.Count];
        var place = 0;
        foreach (var value in list.EnumerateArray())
            values[place++] = value;
        return new()
        {
            Shape = shape,
            Values = values,
            Page = page,
            Node = Type(shape.Nodes, IsOf, values),
            Edge = Type(shape.Edges, (type, name) => name.ValueEquals(type.Name), values),
        };
    }

    /// <summary>A record of which no more is asked than its id.</summary>
    public static Spot OfId(ImmutableArray<FieldPlan> fields, NodeType? node, EdgeType? edge, string id)
    {
        var shape = RecordShape.OfRow();
        var place = new Place(shape.Add("id"));
        foreach (var field in fields)
            shape.Put(field, place);
        return new() { Shape = shape, Values = [JsonSerializer.SerializeToElement(id)], Node = node, Edge = edge };
    }

    // The only one that it can be, or the one that the first place tells of.
    private static T? Type<T>(ImmutableArray<T> types, Func<T, JsonElement, bool> isOf, JsonElement[] values)
        where T : class
    {
        if (types.Length < 2)
            return types.FirstOrDefault();
        foreach (var type in types)
        {
            if (isOf(type, values[0]))
                return type;
        }
        throw new StoredValueException($"The store holds '{values[0]}', which cannot stand here.");
    }

    /// <summary>Whether an id begins as those of a type do, in its quotes.</summary>
    private static bool IsOf(NodeType type, JsonElement id)
    {
        var text = JsonMarshal.GetRawUtf8Value(id);
        var colon = type.Prefix.Length + 1;
        return text.Length > colon && text[colon] == (byte)':' && Ascii.Equals(text[1..colon], type.Prefix);
    }
}
