using FlowGraph.Model.Structure;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>The model as the API tells of it, with everything counted in the records.</summary>
internal static class OracleModel
{
    public static List<Fields> Of(OracleGraph graph) => [.. graph.Release.Model.NodeTypes.Select(type => new Fields
    {
        ["name"] = type.EnumName,
        ["plural"] = type.Plural,
        ["prefix"] = type.Prefix,
        ["groups"] = type.Groups.Select(group => group.Name).ToList(),
        ["labels"] = new List<string> { type.Name }.Concat(type.Groups.Select(group => "_" + group.Name)).ToList(),
        ["description"] = type.Description,
        ["count"] = graph.NodesOf(type).Count(),
        ["properties"] = type.Properties.Select(property => Property(property, "")).ToList(),
        ["relationships"] = type.Ends.Select(end => Relationship(graph, end)).ToList(),
    })];

    private static Fields Relationship(OracleGraph graph, RelationshipEnd end) => new()
    {
        ["field"] = end.Name,
        ["type"] = end.Edge.Name,
        ["direction"] = end.Direction == Direction.Out ? "OUT" : "IN",
        ["class"] = end.Edge.Class.ToString().ToUpperInvariant(),
        ["target"] = end.Target.Name,
        ["list"] = end.IsList,
        ["inverse"] = end.Direction == Direction.Out ? end.Relationship.Inverse : end.Relationship.Field,
        ["properties"] = end.Edge.Properties.Where(property => !property.IsContract).Select(property => Property(property, "Name")).ToList(),
        ["count"] = graph.Release.Edges.Count(edge => edge.Relationship == end.Relationship),
        ["description"] = end.Relationship.Description,
    };

    /// <param name="readable">How the name of a readable copy of a reference ends; empty where there is none.</param>
    private static Fields Property(PropertyDefinition property, string readable)
    {
        var type = property.ReferenceTo ?? property.Enum?.Name ?? property.Kind switch
        {
            ValueKind.Id => "ID",
            ValueKind.Imo => "IMO",
            ValueKind.UnLocode => "UNLOCODE",
            ValueKind.Url => "URL",
            var kind => kind.ToString(),
        };
        return new()
        {
            ["name"] = property.FieldName,
            ["type"] = property.IsList ? $"[{type}!]!" : property.IsRequired ? $"{type}!" : type,
            ["required"] = property.IsRequired,
            ["key"] = property.IsKey,
            ["indexed"] = property.IsIndexed,
            ["searchable"] = property.SearchWeight != 0,
            ["units"] = property.Units.ToList(),
            ["storedAs"] = Stored(property, readable).ToList(),
            ["description"] = property.Description,
        };
    }

    private static string[] Stored(PropertyDefinition property, string readable) => (property.Name, property.Kind) switch
    {
        ("when", ValueKind.FuzzyDate) => ["whenEdtf", "earliest", "latest", "precision"],
        (var name, ValueKind.FuzzyDate) => [.. new[] { "Edtf", "Earliest", "Latest", "Precision" }.Select(part => name + part)],
        (var name, ValueKind.Quantity) => [.. new[] { "Best", "Low", "High", "Unit", "Bound", "Text", "Contested" }.Select(part => name + part)],
        var (name, _) => property.ReferenceTo is not null && readable.Length > 0 ? [name, name + readable] : [name],
    };
}
