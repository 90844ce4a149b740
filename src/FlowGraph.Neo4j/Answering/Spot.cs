using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;

namespace FlowGraph.Neo4j.Answering;

/// <summary>Where the walk stands in a reply: at a node, at an edge or link, on a page, or at a row of one.</summary>
internal readonly record struct Spot
{
    public RecordShape? Shape { get; init; }

    /// <summary>By the places of <see cref="Shape"/>.</summary>
    public JsonElement[] Values { get; init; }

    public NodeType? Node { get; init; }

    public ReplyPage? Page { get; init; }

    /// <summary>Opens one list of the reply.</summary>
    public static Spot At(RecordShape shape, JsonElement list, ReplyPage? page = null)
    {
        var values = new JsonElement[shape.Count];
        var place = 0;
        foreach (var value in list.EnumerateArray())
            values[place++] = value;
        return new() { Shape = shape, Values = values, Page = page, Node = shape.HasTag ? Tagged(shape, values[0]) : shape.Nodes is [var only] ? only : null };
    }

    private static NodeType Tagged(RecordShape shape, JsonElement tag)
    {
        foreach (var type in shape.Nodes)
        {
            if (tag.ValueEquals(type.Name))
                return type;
        }
        throw new StoredValueException($"The store holds a node labelled '{tag}', which cannot stand here.");
    }
}
