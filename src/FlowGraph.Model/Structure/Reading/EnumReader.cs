using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using GraphQLParser.AST;

namespace FlowGraph.Model.Structure.Reading;

internal static class EnumReader
{
    public static EnumType Read(GraphQLEnumTypeDefinition type, SdlFile file, Faults faults)
    {
        var name = type.Name.StringValue;
        DirectiveReader.Read(type, DirectivePlace.Elsewhere, $"enum '{name}'", file, faults);
        var members = ImmutableArray.CreateBuilder<EnumMember>();
        foreach (var value in type.Values?.Items ?? [])
        {
            var member = value.EnumValue.Name.StringValue;
            DirectiveReader.Read(value, DirectivePlace.Elsewhere, $"member '{name}.{member}'", file, faults);
            if (members.Any(earlier => earlier.Name == member))
                faults.Add(ErrorCodes.ModelDuplicateMember, file.PlaceOf(value), $"Member '{name}.{member}' is already declared.", member);
            else
                members.Add(new EnumMember(member, FieldReader.DescriptionOf(value)));
        }

        if (members.Count == 0)
            faults.Add(ErrorCodes.ModelEnumEmpty, file.PlaceOf(type.Name), $"Enum '{name}' has no members.", expected: "at least one member");

        return new EnumType(name, members.ToImmutable(), FieldReader.DescriptionOf(type));
    }
}
