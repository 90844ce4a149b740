using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace FlowGraph.Server.GraphQL;

/// <summary>The public schema in SDL.</summary>
public static class SchemaText
{
    public static string Print(ISchema schema) =>
        schema.Print(new PrintOptions { StringComparison = null, IndentSize = 1 }).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
