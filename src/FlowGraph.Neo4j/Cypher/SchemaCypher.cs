using System.Text;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The model → constraints and indexes. Each is created only where it is not there.</summary>
public static class SchemaCypher
{
    /// <summary>What every name of ours begins with.</summary>
    public const string Prefix = "fg_";

    /// <summary>In order; existence of what is stored is no business of Community, which has no such constraint.</summary>
    public static IEnumerable<SchemaRule> Rules(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Sections(model).SelectMany(section => section.Rules).Distinct();
    }

    /// <summary>As a file for people: with headings, each statement ended by a semicolon.</summary>
    public static string Print(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder("// What schema/model.graphql compiles to in Neo4j. Every statement may be run again.\n");
        foreach (var (title, rules) in Sections(model))
        {
            text.Append("\n// ").Append(title).Append('\n');
            foreach (var rule in rules.Distinct())
                text.Append(rule.CreateIfMissing).Append(";\n");
        }
        return text.ToString();
    }

    /// <summary>The name of the full-text index over what records of the type may be searched for by.</summary>
    internal static string SearchIndex(NodeType type) => Name(type.Name, "search");

    private static IEnumerable<(string Title, IEnumerable<SchemaRule> Rules)> Sections(GraphModel model)
    {
        var labels = model.Groups.Select(group => group.SuperLabel).Concat(model.NodeTypes.Select(type => type.Name)).Append(Labels.Release);
        yield return ("one node per id", labels.Select(label => Unique(label, "id")));
        yield return ("one edge per id", Labels.Facts(model).Select(type => new SchemaRule("CONSTRAINT", Name(type.Name, "id"), Edge(type.Name), "REQUIRE e.id IS UNIQUE")));
        yield return ("natural keys", Properties(model).Where(pair => pair.Property.IsKey).Select(pair => Unique(pair.Type.Name, pair.Property.Name)));
        yield return ("chain ids are made of fact keys; every fact has a citation, so one index finds facts of all types", [Range(Labels.Citation, "factKey")]);
        yield return ("when", model.NodeTypes.Where(type => type.Contract == Contract.Event)
            .SelectMany(type => (string[])[Labels.Anchor(type), type.Name]).Distinct()
            .SelectMany(label => (SchemaRule[])[Range(label, "earliest"), Range(label, "earliest", "latest")]));
        yield return ("what the model calls indexed", Properties(model).Where(pair => pair.Property is { IsIndexed: true, IsKey: false })
            .Select(pair => Range(pair.Type.Name, StoredProperty.Of(pair.Property)[0].Name)));
        yield return ("search", model.NodeTypes.Where(type => type.Properties.Any(property => property.SearchWeight > 0)).Select(type =>
            new SchemaRule("FULLTEXT INDEX", SearchIndex(type), Node(type.Name), "ON EACH [n.searchKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}")));
    }

    private static IEnumerable<(NodeType Type, PropertyDefinition Property)> Properties(GraphModel model) =>
        model.NodeTypes.SelectMany(type => type.Properties.Select(property => (type, property)));

    private static SchemaRule Unique(string label, string property) =>
        new("CONSTRAINT", Name(label, property), Node(label), $"REQUIRE n.{property} IS UNIQUE");

    private static SchemaRule Range(string label, params string[] properties) =>
        new("INDEX", Name([label, .. properties]), Node(label), $"ON ({string.Join(", ", properties.Select(property => $"n.{property}"))})");

    private static string Node(string label) => $"(n:{label})";

    private static string Edge(string type) => $"()-[e:{type}]-()";

    private static string Name(params string[] parts) => Prefix + string.Join('_', parts.Select(part => part.TrimStart('_')));
}
