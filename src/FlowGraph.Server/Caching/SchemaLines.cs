using FlowGraph.Query.Api;

namespace FlowGraph.Server.Caching;

/// <summary>An API in lines: all that a client can see of it but descriptions. For hashing; people read the SDL.</summary>
internal static class SchemaLines
{
    public static IEnumerable<string> Of(ApiSchema schema) => schema.InOrder.SelectMany(type => type switch
    {
        ApiComposite composite => composite.Fields.Select(field => $"{type.Name}.{field.Name}({Arguments(field.Arguments)}):{field.Type}").Prepend($"{type.Name}:{string.Join('&', composite.Interfaces)}"),
        ApiInputObject input => [$"{type.Name}({Arguments(input.Fields)})"],
        ApiEnum members => [$"{type.Name}={string.Join('|', members.Members.Select(member => member.Name))}"],
        _ => (IEnumerable<string>)[type.Name],
    });

    private static string Arguments(IEnumerable<ApiArgument> arguments) =>
        string.Join(',', arguments.Select(argument => FormattableString.Invariant($"{argument.Name}:{argument.Type}={argument.Default}")));
}
