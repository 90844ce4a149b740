using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Sixth stage: edges with one type name become one <see cref="EdgeType"/>, and each end gets its field.</summary>
internal static class RelationshipBuilder
{
    public static ImmutableArray<EdgeType> Build(Declarations declarations, BuiltTypes types, Contracts contracts, Faults faults)
    {
        var declared = new EdgeReader(declarations, types, faults).Read().ToList();
        var edges = declared
            .GroupBy(edge => edge.Type, StringComparer.Ordinal)
            .Select((group, ordinal) => BuildEdgeType([.. group], ordinal, types, contracts, faults))
            .ToImmutableArray();
        var relationships = declared.ConvertAll(edge => ToRelationship(edge, edges.First(type => type.Name == edge.Type)));
        foreach (var edge in edges)
            edge.Relationships = [.. relationships.Where(relationship => relationship.Edge == edge)];

        foreach (var node in types.Nodes)
        {
            node.Relationships = [.. relationships.Where(relationship => relationship.Source == node)];
            node.Ends =
            [
                .. node.Relationships.Select(relationship => new RelationshipEnd(relationship.Field, relationship, Direction.Out)),
                .. relationships.Where(relationship => relationship.Target.Types.Contains(node)).Select(ToInverse),
            ];
        }

        foreach (var group in types.Groups)
        {
            // What leads to the Entity or Event group leads to each group within it.
            var around = types.Groups.FirstOrDefault(other => other != group && other.Name is "Entity" or "Event" && group.Types.All(other.Types.Contains));
            group.Ends = [.. relationships.Where(relationship => relationship.Target == around).Concat(relationships.Where(relationship => relationship.Target == group)).Select(ToInverse)];
        }

        return edges;
    }

    private static EdgeType BuildEdgeType(List<EdgeDeclaration> declared, int ordinal, BuiltTypes types, Contracts contracts, Faults faults)
    {
        var first = declared[0];
        for (var i = 1; i < declared.Count; i++)
        {
            CheckAgreement(first, declared[i], faults);
            if (declared.Take(i).FirstOrDefault(earlier => Overlap(earlier, declared[i])) is { } same)
            {
                faults.Add(
                    ErrorCodes.ModelEdgeAmbiguous, declared[i].Field.Place,
                    $"Edges '{same.Field.Name}' and '{declared[i].Field.Name}' on type '{same.Source.Name}' are both {first.Type} and share targets; " +
                    "an edge could belong to either.",
                    expected: "edge types or targets that differ");
            }
        }

        var prefix = Naming.Kebab(first.Type);
        if (first.Class != EdgeClass.Structural && types.Nodes.FirstOrDefault(node => node.Prefix == prefix) is { } node)
        {
            faults.Add(
                ErrorCodes.ModelEdgePrefix, first.Directive.PlaceOf("type"),
                $"Edge type '{first.Type}' begins its ids with '{prefix}', which is the prefix of '{node.Name}'.", prefix, "a prefix of its own");
        }

        if (first.Class != EdgeClass.Structural && types.Nodes.FirstOrDefault(type => type.IsFact && type.EnumName == first.Type) is { } fact)
        {
            faults.Add(
                ErrorCodes.ModelDuplicateFactType, first.Directive.PlaceOf("type"),
                $"Edge type '{first.Type}' is spelled like the type '{fact.Name}' in enums.", first.Type, "a name of its own");
        }

        return new EdgeType
        {
            Ordinal = ordinal,
            Name = first.Type,
            Prefix = prefix,
            Class = first.Class,
            PropertySet = first.Properties,
            Properties = first.Class == EdgeClass.Structural ? [] : [.. Contracts.Indexed(contracts.Edge.Concat(first.Properties?.Properties ?? []))],
        };
    }

    private static void CheckAgreement(EdgeDeclaration first, EdgeDeclaration other, Faults faults)
    {
        if (other.Class != first.Class)
            AddDifference("class", first.Class.ToString().ToUpperInvariant(), other.Class.ToString().ToUpperInvariant());

        // A set that does not exist was reported where it is named.
        if (other.Properties != first.Properties && (other.Directive.Text("properties") is null == other.Properties is null))
            AddDifference("properties", first.Properties?.Name ?? "none", other.Properties?.Name ?? "none");

        void AddDifference(string argument, string earlier, string found) => faults.Add(
            ErrorCodes.ModelEdgeDiffers, other.Directive.PlaceOf(argument),
            $"Edge type '{first.Type}' has {argument} {found} on '{other.Source.Name}.{other.Field.Name}', " +
            $"but {earlier} on '{first.Source.Name}.{first.Field.Name}'.",
            found, earlier);
    }

    private static bool Overlap(EdgeDeclaration one, EdgeDeclaration other) =>
        one.Source == other.Source && one.Target.Types.Any(other.Target.Types.Contains);

    private static Relationship ToRelationship(EdgeDeclaration edge, EdgeType type) => new()
    {
        Field = edge.Field.Name,
        Inverse = edge.Inverse,
        Edge = type,
        Source = edge.Source,
        Target = edge.Target,
        IsList = edge.Field.Type.IsList,
        IsRequired = !edge.Field.Type.IsList && (edge.Field.Type.IsRequired || edge.Directive.Flag("required")),
        Description = edge.Field.Description,
    };

    private static RelationshipEnd ToInverse(Relationship relationship) => new(relationship.Inverse, relationship, Direction.In);
}
