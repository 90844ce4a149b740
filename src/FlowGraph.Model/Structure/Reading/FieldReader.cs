using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using GraphQLParser.AST;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Reads the fields of a type: name, form of type, directives.</summary>
internal static class FieldReader
{
    public static ImmutableArray<FieldDeclaration> Read(IHasFieldsDefinitionNode type, string typeName, SdlFile file, Faults faults)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDeclaration>();
        foreach (var field in type.Fields?.Items ?? [])
        {
            var name = field.Name.StringValue;
            var owner = $"field '{typeName}.{name}'";
            var directives = DirectiveReader.Read(field, DirectivePlace.Field, owner, file, faults);
            if (field.Arguments is { Count: > 0 } arguments)
                faults.Add(ErrorCodes.ModelUnsupported, file.PlaceOf(arguments), $"Field '{typeName}.{name}' has arguments; the API's are generated.");

            if (fields.FirstOrDefault(earlier => earlier.Name == name) is { } same)
            {
                faults.Add(
                    ErrorCodes.ModelDuplicateField, file.PlaceOf(field.Name), $"Field '{typeName}.{name}' is already declared ({same.Place.Location}).", name);
            }
            else if (ReadType(field.Type, owner, file, faults) is { } reference)
            {
                fields.Add(new FieldDeclaration(name, file.PlaceOf(field.Name), DescriptionOf(field), reference, directives));
            }
        }

        return fields.ToImmutable();
    }

    public static string? DescriptionOf(IHasDescriptionNode node) => node.Description?.Value.ToString();

    private static TypeReference? ReadType(GraphQLType type, string owner, SdlFile file, Faults faults)
    {
        switch (type)
        {
            case GraphQLNamedType named:
                return new TypeReference(named.Name.StringValue, false, false, file.PlaceOf(named));
            case GraphQLNonNullType { Type: GraphQLNamedType named }:
                return new TypeReference(named.Name.StringValue, false, true, file.PlaceOf(named));
            case GraphQLNonNullType { Type: GraphQLListType { Type: GraphQLNonNullType { Type: GraphQLNamedType named } } }:
                return new TypeReference(named.Name.StringValue, true, true, file.PlaceOf(named));
            default:
                var found = file.Text[type.Location.Start..type.Location.End];
                var expected = $"[{InnermostName(type)}!]!";
                faults.Add(
                    ErrorCodes.ModelListForm, file.PlaceOf(type), $"The type of {owner} is {found}; a list is never null and holds no null.", found, expected,
                    $"Write '{expected}'.");
                return null;
        }
    }

    private static string InnermostName(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => InnermostName(inner.Type),
        GraphQLListType inner => InnermostName(inner.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
