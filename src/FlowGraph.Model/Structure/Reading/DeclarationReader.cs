using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using GraphQLParser.AST;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Second stage: syntax trees to declarations, each held to its own form.</summary>
internal static class DeclarationReader
{
    public static Declarations Read(IReadOnlyList<SdlText> texts, Faults faults)
    {
        var declarations = new Declarations();
        foreach (var text in texts)
        {
            foreach (var definition in text.Definitions)
                Read(definition, text.File, declarations, faults);
        }

        return declarations;
    }

    private static void Read(ASTNode definition, SdlFile file, Declarations declarations, Faults faults)
    {
        switch (definition)
        {
            case GraphQLObjectTypeDefinition type when IsNew(type.Name, file, declarations, faults):
                ReadObject(type, file, declarations, faults);
                break;
            case GraphQLInterfaceTypeDefinition type when IsNew(type.Name, file, declarations, faults):
                ReadInterface(type, file, declarations, faults);
                break;
            case GraphQLEnumTypeDefinition type when IsNew(type.Name, file, declarations, faults):
                if (EnumReader.Read(type, file, faults) is var read && !Vocabulary.Enums.Contains(read.Name))
                    declarations.Enums.Add(read);
                break;
            case GraphQLScalarTypeDefinition type when IsNew(type.Name, file, declarations, faults):
                ReadScalar(type, file, faults);
                break;
            case GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition or GraphQLEnumTypeDefinition or GraphQLScalarTypeDefinition:
                break;
            case GraphQLDirectiveDefinition directive:
                ReadDirective(directive, file, faults);
                break;
            default:
                faults.Add(
                    ErrorCodes.ModelUnsupported, file.PlaceOf(definition),
                    $"A model holds types, interfaces, enums, scalars and directives; this is {InWords(definition)}.",
                    expected: "a type, interface, enum, scalar or directive");
                break;
        }
    }

    private static string InWords(ASTNode definition) => definition switch
    {
        GraphQLUnionTypeDefinition => "a union",
        GraphQLInputObjectTypeDefinition => "an input",
        GraphQLSchemaDefinition => "a schema definition",
        GraphQLTypeExtension => "an extension",
        GraphQLExecutableDefinition => "an operation",
        _ => "something else",
    };

    private static bool IsNew(GraphQLName name, SdlFile file, Declarations declarations, Faults faults)
    {
        if (declarations.Names.TryGetValue(name.StringValue, out var earlier))
        {
            faults.Add(
                ErrorCodes.ModelDuplicateType, file.PlaceOf(name), $"Type '{name.StringValue}' is already declared ({earlier.Location}).", name.StringValue);
            return false;
        }

        declarations.Names.Add(name.StringValue, file.PlaceOf(name));
        return true;
    }

    private static void ReadObject(GraphQLObjectTypeDefinition type, SdlFile file, Declarations declarations, Faults faults)
    {
        var fields = FieldReader.Read(type, type.Name.StringValue, file, faults);
        var declared = new TypeDeclaration(
            type.Name.StringValue, file.PlaceOf(type.Name), FieldReader.DescriptionOf(type), InterfacesOf(type, file), fields);
        var directives = DirectiveReader.Read(type, DirectivePlace.Object, $"type '{declared.Name}'", file, faults);
        var node = directives.FirstOrDefault(directive => directive.Name == Vocabulary.Node);
        var isSet = directives.Any(directive => directive.Name == Vocabulary.EdgeProperties);
        if (node is null == !isSet)
        {
            faults.Add(
                ErrorCodes.ModelTypeRole, declared.Place,
                $"Type '{declared.Name}' has {(isSet ? "both" : "neither")} @node {(isSet ? "and" : "nor")} @edgeProperties; it needs one of them.",
                expected: "@node or @edgeProperties");
        }

        if (node is not null)
            declarations.Nodes.Add(ToNode(declared, node));
        else if (isSet)
            declarations.PropertySets.Add(declared);
    }

    // An argument that is missing was reported where the directive was read; what stands in for it keeps further checks quiet.
    private static NodeDeclaration ToNode(TypeDeclaration type, AppliedDirective node) => new(
        type,
        Enum.TryParse<Contract>(node.Text("contract"), true, out var contract) ? contract : Contract.Entity,
        node.Text("plural") ?? $"{Naming.Camel(type.Name)}List",
        node.Text("prefix") ?? Naming.Kebab(Naming.Screaming(type.Name)),
        Enum.TryParse<MovementDomain>(node.Text("domain"), true, out var domain) ? domain : null,
        node.Flag("bridge"));

    private static void ReadInterface(GraphQLInterfaceTypeDefinition type, SdlFile file, Declarations declarations, Faults faults)
    {
        var fields = FieldReader.Read(type, type.Name.StringValue, file, faults);
        var declared = new TypeDeclaration(
            type.Name.StringValue, file.PlaceOf(type.Name), FieldReader.DescriptionOf(type), InterfacesOf(type, file), fields);
        var directives = DirectiveReader.Read(type, DirectivePlace.Interface, $"interface '{declared.Name}'", file, faults);
        if (directives.FirstOrDefault(directive => directive.Name == Vocabulary.Group) is not { } group)
        {
            faults.Add(
                ErrorCodes.ModelInterfaceNotGroup, declared.Place, $"Interface '{declared.Name}' is no group; it needs @group(superLabel:, plural:).",
                expected: "@group");
        }
        else
        {
            declarations.Groups.Add(new GroupDeclaration(
                declared, group.Text("superLabel") ?? $"_{declared.Name}", group.Text("plural") ?? $"{Naming.Camel(declared.Name)}List"));
        }

        foreach (var used in declared.Interfaces)
        {
            faults.Add(
                ErrorCodes.ModelUnsupported, used.Place, $"Group '{declared.Name}' implements '{used.Name}'; only node types belong to groups.", used.Name);
        }
    }

    private static void ReadScalar(GraphQLScalarTypeDefinition type, SdlFile file, Faults faults)
    {
        var name = type.Name.StringValue;
        DirectiveReader.Read(type, DirectivePlace.Elsewhere, $"scalar '{name}'", file, faults);
        if (!Scalars.IsKnown(name))
        {
            faults.Add(
                ErrorCodes.ModelUnknownScalar, file.PlaceOf(type.Name), $"Scalar '{name}' is no value kind of FlowGraph.", name,
                string.Join(", ", Scalars.Names), Suggestion.Hint(name, Scalars.Names));
        }
    }

    private static void ReadDirective(GraphQLDirectiveDefinition directive, SdlFile file, Faults faults)
    {
        var name = directive.Name.StringValue;
        if (Vocabulary.Directive(name) is null)
        {
            faults.Add(
                ErrorCodes.ModelUnknownDirective, file.PlaceOf(directive.Name), $"Directive '@{name}' is declared, but means nothing to FlowGraph.", name,
                "a directive of the vocabulary", Vocabulary.HintFor(name));
        }
    }

    private static ImmutableArray<NameUse> InterfacesOf(IHasInterfacesNode type, SdlFile file) =>
        [.. (type.Interfaces?.Items ?? []).Select(used => new NameUse(used.Name.StringValue, file.PlaceOf(used)))];
}
