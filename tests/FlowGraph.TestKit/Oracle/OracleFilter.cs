using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.TestKit.Oracle;

/// <summary>What a <c>where</c> means for one node, read straight from the arguments.</summary>
internal sealed class OracleFilter(OracleGraph graph)
{
    public bool Matches(NodeRecord node, NodeSet set, Dictionary<string, object?> where) => where.All(part => Matches(node, set, part.Key, part.Value));

    /// <summary>Whether it speaks of the status of what is listed: only then are retracted facts shown.</summary>
    public static bool NamesStatus(Dictionary<string, object?>? where) => where is not null && where.Any(part => part.Key switch
    {
        "status" => true,
        "and" or "or" => OracleArguments.List(part.Value).Any(item => NamesStatus((Dictionary<string, object?>?)item)),
        "not" => NamesStatus((Dictionary<string, object?>?)part.Value),
        _ => false,
    });

    private bool Matches(NodeRecord node, NodeSet set, string name, object? value)
    {
        switch (name)
        {
            case "and":
                return OracleArguments.List(value).All(item => Matches(node, set, (Dictionary<string, object?>)item!));
            case "or":
                return OracleArguments.List(value).Any(item => Matches(node, set, (Dictionary<string, object?>)item!));
            case "not":
                return !Matches(node, set, (Dictionary<string, object?>)value!);
        }
        var property = set.Properties.FirstOrDefault(p => p.FieldName == name);
        if (property is null && name == "type")
            return OracleOperators.Scalar(node.Type.EnumName, (Dictionary<string, object?>)value!);
        if (property is not null)
            return OracleOperators.Property(property, node[property.Name], (Dictionary<string, object?>)value!);
        var end = ((NodeType)set).Ends.Single(e => e.Name == name);
        var link = graph.Link(end, node.Id);
        return value is null ? link is null : link is not null && Matches(link.Node!, end.Target, (Dictionary<string, object?>)value);
    }
}
