using FlowGraph.Query.Api;
using GraphQL.Types;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>A scalar written as text. Its form is checked by FlowGraph's own coercion, which knows the right error code; the engine only sees that it is text.</summary>
internal sealed class TextScalar : ScalarGraphType
{
    public TextScalar(ApiScalar scalar)
    {
        Name = scalar.Name;
        Description = scalar.Description;
    }

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLNullValue;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value;

    public override object? Serialize(object? value) => value;
}
