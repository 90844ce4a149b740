using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Last check: the fields that a type has in the end, written, generated or given by the API, all have names of their own.</summary>
internal static class FieldRules
{
    public static void Check(Declarations declarations, BuiltTypes types, Faults faults)
    {
        var reported = new HashSet<Relationship>();
        foreach (var node in declarations.Nodes)
            CheckNode(node, types.Nodes.First(type => type.Name == node.Type.Name), declarations, reported, faults);

        foreach (var set in declarations.PropertySets)
            CheckPropertySet(set, faults);
    }

    private static void CheckNode(NodeDeclaration node, NodeType type, Declarations declarations, HashSet<Relationship> reported, Faults faults)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ReservedNames.OfNode(node))
            taken.TryAdd(name, "a field of the API");

        if (node.Contract == Contract.Entity)
        {
            foreach (var name in FactNames)
                taken.TryAdd(name, "a field of the fact contract");
        }

        foreach (var property in type.Properties)
        {
            var field = node.Type.Fields.FirstOrDefault(field => field.Name == property.Name);
            Take(taken, property.Name, $"the property '{property.Name}'", field?.Place ?? node.Type.Place, $"Field '{type.Name}.{property.Name}'", faults);
            if (property.FieldName != property.Name)
            {
                Take(
                    taken, property.FieldName, $"the reference '{property.Name}'", field?.Directive(Vocabulary.Reference)?.PlaceOf("as") ?? node.Type.Place,
                    $"Reference '{type.Name}.{property.Name}'", faults);
            }
        }

        foreach (var end in type.Ends)
        {
            var relationship = end.Relationship;
            var place = PlaceOf(relationship, end.Direction, declarations);
            foreach (var name in NamesOf(end))
            {
                if (taken.TryAdd(name, $"the {(end.Direction == Direction.Out ? "edge" : "inverse of")} '{relationship}'"))
                    continue;

                if (end.Direction == Direction.Out)
                {
                    faults.Add(
                        ErrorCodes.ModelFieldTaken, place, $"Edge '{relationship}' needs the name '{name}', which is already {taken[name]}.", name,
                        "another name");
                }
                else if (reported.Add(relationship))
                {
                    faults.Add(
                        ErrorCodes.ModelInverseTaken, place, $"Inverse '{name}' of '{relationship}' is already {taken[name]} on type '{type.Name}'.", name,
                        "another inverse");
                }
            }
        }
    }

    private static void CheckPropertySet(TypeDeclaration set, Faults faults)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ReservedNames.OfEdges.Concat(FactNames).Append("id"))
            taken.TryAdd(name, "a field of every edge");

        foreach (var field in set.Fields.Where(field => field.Directive(Vocabulary.Edge) is null))
        {
            Take(taken, field.Name, $"the property '{field.Name}'", field.Place, $"Field '{set.Name}.{field.Name}'", faults);
            if (field.Directive(Vocabulary.Reference) is { } reference && reference.Text("as") is { } name && name != field.Name)
                Take(taken, name, $"the reference '{field.Name}'", reference.PlaceOf("as"), $"Reference '{set.Name}.{field.Name}'", faults);

            foreach (var directive in field.Directives.Where(applied => applied.Name is Vocabulary.Key or Vocabulary.Search or Vocabulary.Index))
            {
                faults.Add(
                    ErrorCodes.ModelMisplacedDirective, directive.Place,
                    $"Directive '@{directive.Name}' stands on the edge property '{set.Name}.{field.Name}'; it belongs on a property of a node.",
                    expected: "a property of a node");
            }
        }
    }

    private static IEnumerable<string> FactNames =>
        ["key", "caption", "kind", "status", "statusReason", "confidence", "confidenceBasis", "likelihood", "when", "independentSources"];

    // What the API makes of a relationship: the fact beside a single node; the edges filter and the count order beside a list.
    private static IEnumerable<string> NamesOf(RelationshipEnd end)
    {
        yield return end.Name;
        if (end.Edge.Class == EdgeClass.Structural)
            yield break;

        if (end.IsList)
        {
            yield return $"{end.Name}Edges";
            yield return $"{end.Name}Count";
        }
        else
        {
            yield return $"{end.Name}Fact";
        }
    }

    private static void Take(Dictionary<string, string> taken, string name, string what, SdlPlace place, string subject, Faults faults)
    {
        if (!taken.TryAdd(name, what))
            faults.Add(ErrorCodes.ModelReservedName, place, $"{subject} has the name '{name}', which is already {taken[name]}.", name, "another name");
    }

    private static SdlPlace PlaceOf(Relationship relationship, Direction direction, Declarations declarations)
    {
        var field = declarations.Node(relationship.Source.Name)!.Type.Fields.First(field => field.Name == relationship.Field);
        return direction == Direction.Out ? field.Place : field.Directive(Vocabulary.Edge)!.PlaceOf("inverse");
    }
}
