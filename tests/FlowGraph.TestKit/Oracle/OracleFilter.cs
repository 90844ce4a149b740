using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>What a <c>where</c> means for one node, read straight from the arguments.</summary>
internal sealed class OracleFilter(OracleGraph graph)
{
    public bool Matches(NodeRecord node, NodeSet set, Dictionary<string, object?> where) => where.All(part => Matches(node, set, part.Key, part.Value));

    /// <summary>What a <c>whereLink</c>, or a link filter within a <c>where</c>, means for one edge and the node that it leads to.</summary>
    public bool Matches(OracleRow row, RelationshipEnd end, Dictionary<string, object?> where) => where.All(part => Combined(part.Key, part.Value, inner => Matches(row, end, inner)) ?? part.Key switch
    {
        "node" => Matches(row.Node!, end.Target, (Dictionary<string, object?>)part.Value!),
        _ when end.Edge.Properties.Single(property => property.FieldName == part.Key) is var property =>
            OracleOperators.Property(property, row.Edge![property.Name], (Dictionary<string, object?>)part.Value!),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>The same for a fact, whatever it is.</summary>
    public bool MatchesFact(object fact, Dictionary<string, object?> where) => where.All(part => Combined(part.Key, part.Value, inner => MatchesFact(fact, inner)) ?? part.Key switch
    {
        "denied" => (bool)part.Value! == graph.IsDenied(fact),
        "type" => OracleOperators.Scalar(OracleGraph.TypeOf(fact), (Dictionary<string, object?>)part.Value!),
        "subject" => Some(OracleGraph.SubjectsOf(fact), part.Value),
        "source" => Some(Citations(fact, null).Select(citation => graph.SourceOf(citation).Id), part.Value),
        "origin" => Some(Citations(fact, "SUPPORTS").Select(citation => citation["origin"]).OfType<string>(), part.Value),
        "evidenceType" => Some(Citations(fact, null).Select(citation => (string)citation["evidenceType"]!), part.Value),
        _ when graph.Release.Model.EdgeContract.Single(property => property.FieldName == part.Key) is var property =>
            OracleOperators.Property(property, OracleGraph.Property(fact, property.Name), (Dictionary<string, object?>)part.Value!),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>Of several values one satisfies an operator, or none the one that it negates.</summary>
    private static bool Some(IEnumerable<string> values, object? operators) => ((Dictionary<string, object?>)operators!).All(part => part switch
    {
        { Key: "eq", Value: null } => !values.Any(),
        { Key: "neq" or "nin" } => !Some(values, new Dictionary<string, object?> { [part.Key == "neq" ? "eq" : "in"] = part.Value }),
        _ => values.Any(value => OracleOperators.Scalar(value, new() { [part.Key] = part.Value })),
    });

    private IEnumerable<NodeRecord> Citations(object fact, string? stance) => graph.Citations(OracleGraph.IdOf(fact), stance);

    /// <summary>Whether it speaks of the status of what is listed: only then are retracted facts shown.</summary>
    public static bool NamesStatus(Dictionary<string, object?>? where) => where is not null && where.Any(part => part.Key switch
    {
        "status" => true,
        "and" or "or" => OracleArguments.List(part.Value).Any(item => NamesStatus((Dictionary<string, object?>?)item)),
        "not" => NamesStatus((Dictionary<string, object?>?)part.Value),
        _ => false,
    });

    /// <summary>Whether a link filter speaks of the status of the nodes at the other ends.</summary>
    public static bool NamesNodeStatus(Dictionary<string, object?>? where) => where is not null && where.Any(part => part.Key switch
    {
        "node" => NamesStatus((Dictionary<string, object?>?)part.Value),
        "and" or "or" => OracleArguments.List(part.Value).Any(item => NamesNodeStatus((Dictionary<string, object?>?)item)),
        "not" => NamesNodeStatus((Dictionary<string, object?>?)part.Value),
        _ => false,
    });

    private static bool? Combined(string name, object? value, Func<Dictionary<string, object?>, bool> matches) => name switch
    {
        "and" => OracleArguments.List(value).All(item => matches((Dictionary<string, object?>)item!)),
        "or" => OracleArguments.List(value).Any(item => matches((Dictionary<string, object?>)item!)),
        "not" => !matches((Dictionary<string, object?>)value!),
        _ => null,
    };

    private bool Matches(NodeRecord node, NodeSet set, string name, object? value)
    {
        if (Combined(name, value, inner => Matches(node, set, inner)) is { } combined)
            return combined;
        var property = set.Properties.FirstOrDefault(p => p.FieldName == name);
        if (property is null && name == "type")
            return OracleOperators.Scalar(node.Type.EnumName, (Dictionary<string, object?>)value!);
        if (property is not null)
            return OracleOperators.Property(property, node[property.Name], (Dictionary<string, object?>)value!);
        if (set.Ends.SingleOrDefault(e => e.Name == name) is { } plain)
            return Quantified(plain, node, (Dictionary<string, object?>?)value, false);
        return Quantified(set.Ends.Single(e => e.Name + (e.IsList ? "Edges" : "Fact") == name), node, (Dictionary<string, object?>?)value, true);
    }

    /// <param name="ofLinks">The filter within speaks of edges, not of the nodes at their other ends.</param>
    private bool Quantified(RelationshipEnd end, NodeRecord node, Dictionary<string, object?>? value, bool ofLinks)
    {
        bool Row(OracleRow row, Dictionary<string, object?> where) => ofLinks ? Matches(row, end, where) : Matches(row.Node!, end.Target, where);
        if (value is null)
            return !Shown(end, node, null, ofLinks).Any();
        if (!end.IsList)
            return Shown(end, node, value, ofLinks).Any(row => Row(row, value));
        return value.All(part => part.Key switch
        {
            "any" => (bool)part.Value! == Shown(end, node, null, ofLinks).Any(),
            "some" => Shown(end, node, (Dictionary<string, object?>)part.Value!, ofLinks).Any(row => Row(row, (Dictionary<string, object?>)part.Value!)),
            "none" => !Shown(end, node, (Dictionary<string, object?>)part.Value!, ofLinks).Any(row => Row(row, (Dictionary<string, object?>)part.Value!)),
            "all" => Shown(end, node, (Dictionary<string, object?>)part.Value!, ofLinks).All(row => Row(row, (Dictionary<string, object?>)part.Value!)),
            _ => throw new System.Diagnostics.UnreachableException(part.Key),
        });
    }

    private IEnumerable<OracleRow> Shown(RelationshipEnd end, NodeRecord node, Dictionary<string, object?>? where, bool ofLinks)
    {
        var edges = ofLinks && NamesStatus(where);
        var nodes = !end.IsList || (ofLinks ? NamesNodeStatus(where) : NamesStatus(where));
        return graph.Links(end, node.Id).Where(row => (edges || !OracleGraph.IsRetracted(row.Edge!)) && (nodes || !OracleGraph.IsRetracted(row.Node!)));
    }
}
