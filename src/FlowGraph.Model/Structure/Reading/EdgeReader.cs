using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>An @edge field with what its names were found to mean.</summary>
internal sealed record EdgeDeclaration(
    NodeType Source, FieldDeclaration Field, NodeSet Target, string Type, string Inverse, EdgeClass Class, PropertySet? Properties, AppliedDirective Directive);

/// <summary>Fifth stage: fields that are edges, each held to its own rules.</summary>
internal sealed class EdgeReader(Declarations declarations, BuiltTypes types, Faults faults)
{
    private static readonly string[] _valueDirectives = [Vocabulary.Key, Vocabulary.Search, Vocabulary.Index, Vocabulary.Quantity, Vocabulary.Reference];

    /// <summary>In order of declaration; what has no target or no type is reported and left out.</summary>
    public IEnumerable<EdgeDeclaration> Read()
    {
        foreach (var node in declarations.Nodes)
        {
            var source = types.Nodes.First(type => type.Name == node.Type.Name);
            foreach (var field in node.Type.Fields)
            {
                if (Read(source, field) is { } edge)
                    yield return edge;
            }
        }
    }

    private EdgeDeclaration? Read(NodeType source, FieldDeclaration field)
    {
        var target = types.Set(field.Type.Name);
        if (field.Directive(Vocabulary.Edge) is not { } directive)
        {
            if (target is not null)
            {
                faults.Add(
                    ErrorCodes.ModelEdgeMissing, field.Place, $"Field '{source.Name}.{field.Name}' targets '{target.Name}' without @edge.", expected: "@edge",
                    hint: "Add @edge(type:, inverse:), or keep an id with @reference(to:).");
            }

            return null;
        }

        foreach (var other in field.Directives.Where(applied => _valueDirectives.Contains(applied.Name)))
        {
            faults.Add(
                ErrorCodes.ModelMisplacedDirective, other.Place,
                $"Directive '@{other.Name}' stands on the edge '{source.Name}.{field.Name}'; it belongs on a property.",
                expected: "a property");
        }

        if (target is null)
            AddNoTarget(source, field);

        var set = ReadProperties(source, field, directive);
        if (target is null || directive.Text("type") is not { } type || directive.Text("inverse") is not { } inverse)
            return null;

        var edgeClass = Enum.TryParse<EdgeClass>(directive.Text("class"), true, out var given) ? given : EdgeClass.Fact;
        var edge = new EdgeDeclaration(source, field, target, type, inverse, edgeClass, set, directive);
        CheckForm(edge);
        return edge;
    }

    private void AddNoTarget(NodeType source, FieldDeclaration field)
    {
        var name = field.Type.Name;
        var candidates = types.Nodes.Select(node => node.Name).Concat(types.Groups.Select(group => group.Name));
        var reason = declarations.Names.ContainsKey(name) || Scalars.IsKnown(name) ? "that is no node type and no group" : "no such node type or group";
        faults.Add(
            ErrorCodes.ModelEdgeTarget, field.Type.Place, $"Edge '{field.Name}' on type '{source.Name}' targets '{name}'; {reason}.", name,
            "a node type or a group", Suggestion.Hint(name, candidates));
    }

    private PropertySet? ReadProperties(NodeType source, FieldDeclaration field, AppliedDirective directive)
    {
        if (directive.Text("properties") is not { } name)
            return null;

        var set = types.PropertySets.FirstOrDefault(candidate => candidate.Name == name);
        if (set is null)
        {
            var reason = declarations.Names.ContainsKey(name) ? "that type is no @edgeProperties" : "no such type";
            faults.Add(
                ErrorCodes.ModelEdgeProperties, directive.PlaceOf("properties"),
                $"Edge '{field.Name}' on type '{source.Name}' has the properties '{name}'; {reason}.", name, "a type with @edgeProperties",
                Suggestion.Hint(name, types.PropertySets.Select(candidate => candidate.Name)));
        }

        return set;
    }

    private void CheckForm(EdgeDeclaration edge)
    {
        var owner = $"'{edge.Source.Name}.{edge.Field.Name}'";
        if (!Naming.IsScreaming(edge.Type))
            NameRules.AddBadName(faults, edge.Directive.PlaceOf("type"), $"Edge type '{edge.Type}' of {owner}", edge.Type, NameRules.ScreamingForm);

        if (!Naming.IsCamel(edge.Inverse))
            NameRules.AddBadName(faults, edge.Directive.PlaceOf("inverse"), $"Inverse '{edge.Inverse}' of {owner}", edge.Inverse, NameRules.CamelForm);

        if (edge.Field.Type.IsList && edge.Directive.Flag("required"))
        {
            faults.Add(
                ErrorCodes.ModelEdgeRequiredList, edge.Directive.PlaceOf("required"), $"Edge {owner} is a list; only a single relationship can be required.");
        }

        if (edge.Class == EdgeClass.Structural)
        {
            if (edge.Properties is not null)
            {
                faults.Add(
                    ErrorCodes.ModelEdgeProperties, edge.Directive.PlaceOf("properties"),
                    $"Edge {owner} is STRUCTURAL; it is no fact and has no properties.", edge.Properties.Name);
            }

            return;
        }

        var record = edge.Source.Contract == Contract.Record ? edge.Source : edge.Target.Types.FirstOrDefault(type => type.Contract == Contract.Record);
        if (record is not null)
        {
            var found = edge.Class.ToString().ToUpperInvariant();
            faults.Add(
                ErrorCodes.ModelEdgeOfRecord, edge.Directive.PlaceOf("class"),
                $"Edge {owner} has the class {found}, but '{record.Name}' is a RECORD; its edges are STRUCTURAL.", found, "STRUCTURAL");
        }
    }
}
