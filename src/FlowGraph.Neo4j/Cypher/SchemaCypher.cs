using System.Text;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The model → constraints and indexes. Each is created only where it is not there.</summary>
public static class SchemaCypher
{
    /// <summary>What every name of ours begins with.</summary>
    public const string Prefix = "fg_";

    /// <summary>In order; existence of what is stored is no business of Community, which has no such constraint.</summary>
    public static IEnumerable<string> Statements(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Sections(model).SelectMany(section => section.Statements).Distinct();
    }

    /// <summary>As a file for people: with headings, each statement ended by a semicolon.</summary>
    public static string Print(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder("// What schema/model.graphql compiles to in Neo4j. Every statement may be run again.\n");
        foreach (var (title, statements) in Sections(model))
        {
            text.Append("\n// ").Append(title).Append('\n');
            foreach (var statement in statements.Distinct())
                text.Append(statement).Append(";\n");
        }
        return text.ToString();
    }

    /// <summary>The name of what a statement creates; a constraint's index has the constraint's name.</summary>
    public static string NameIn(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var words = statement.Split(' ');
        return words[Array.IndexOf(words, "IF") - 1];
    }

    public static bool IsConstraint(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.StartsWith("CREATE CONSTRAINT ", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Title, IEnumerable<string> Statements)> Sections(GraphModel model)
    {
        var labels = model.Groups.Select(group => group.SuperLabel).Concat(model.NodeTypes.Select(type => type.Name)).Append(Labels.Release);
        yield return ("one node per id", labels.Select(label => Unique(label, "id")));
        yield return ("one edge per id", Labels.Facts(model).Select(type =>
            $"CREATE CONSTRAINT {Name(type.Name, "id")} IF NOT EXISTS FOR ()-[e:{type.Name}]-() REQUIRE e.id IS UNIQUE"));
        yield return ("natural keys", Properties(model).Where(pair => pair.Property.IsKey).Select(pair => Unique(pair.Type.Name, pair.Property.Name)));
        yield return ("chain ids are made of fact keys",
            model.NodeTypes.Where(type => type.IsFact).Select(type => Range(Labels.Anchor(type), "key")).Concat(Labels.Facts(model).Select(type =>
                $"CREATE INDEX {Name(type.Name, "key")} IF NOT EXISTS FOR ()-[e:{type.Name}]-() ON (e.key)")));
        yield return ("when", model.NodeTypes.Where(type => type.Contract == Contract.Event)
            .SelectMany(type => (string[])[Labels.Anchor(type), type.Name]).Distinct()
            .SelectMany(label => (string[])[Range(label, "earliest"), Range(label, "earliest", "latest")]));
        yield return ("what the model calls indexed", Properties(model).Where(pair => pair.Property is { IsIndexed: true, IsKey: false })
            .Select(pair => Range(pair.Type.Name, StoredProperty.Of(pair.Property)[0].Name)));
        yield return ("search", model.NodeTypes.Where(type => type.Properties.Any(property => property.SearchWeight > 0)).Select(type =>
            $"CREATE FULLTEXT INDEX {Name(type.Name, "search")} IF NOT EXISTS FOR (n:{type.Name}) ON EACH [n.searchKeys] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'standard-folding'}}}}"));
    }

    private static IEnumerable<(NodeType Type, PropertyDefinition Property)> Properties(GraphModel model) =>
        model.NodeTypes.SelectMany(type => type.Properties.Select(property => (type, property)));

    private static string Unique(string label, string property) =>
        $"CREATE CONSTRAINT {Name(label, property)} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{property} IS UNIQUE";

    private static string Range(string label, params string[] properties) =>
        $"CREATE INDEX {Name([label, .. properties])} IF NOT EXISTS FOR (n:{label}) ON ({string.Join(", ", properties.Select(property => $"n.{property}"))})";

    private static string Name(params string[] parts) => Prefix + string.Join('_', parts.Select(part => part.TrimStart('_')));
}
