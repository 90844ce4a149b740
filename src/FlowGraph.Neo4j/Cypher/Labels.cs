using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>How types and groups are called in Neo4j.</summary>
public static class Labels
{
    public const string Release = "_Release";

    public const string Claim = "Claim";

    public const string Source = "Source";

    public const string Citation = "Citation";

    public const string CitedBy = "CITED_BY";

    public const string HasClaim = "HAS_CLAIM";

    public const string FromSource = "FROM_SOURCE";

    /// <summary>The label under which any node of the contract is found by its id: <c>_Entity</c>, <c>_Event</c>, or a record's own type.</summary>
    public static string Anchor(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Contract == Contract.Record ? type.Name : type.Groups[0].SuperLabel;
    }

    /// <summary>The label of every member.</summary>
    public static string Of(NodeSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set is GroupType group ? group.SuperLabel : set.Name;
    }

    /// <summary>All labels that stand for several types.</summary>
    public static IEnumerable<string> Anchors(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.NodeTypes.Select(Anchor).Distinct();
    }

    /// <summary>Labels beside the type's own, in the model's order.</summary>
    public static IEnumerable<string> Groups(NodeType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Groups.Select(group => group.SuperLabel);
    }

    /// <summary>Types of relationships that are no facts: the model's own and the two that come from a record's fields.</summary>
    public static ImmutableArray<string> Structural(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [CitedBy, HasClaim, .. model.EdgeTypes.Where(type => type.Class == EdgeClass.Structural).Select(type => type.Name)];
    }

    /// <summary>Types of relationships that are facts.</summary>
    public static IEnumerable<EdgeType> Facts(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural);
    }

    /// <summary>A list of texts as a literal: names of the model only, which hold nothing that needs escaping.</summary>
    public static string List(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(name => $"'{name}'"))}]";
}
