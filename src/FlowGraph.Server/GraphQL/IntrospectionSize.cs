using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>
/// How many values an introspection has, about. It costs no operation anything, and what tools ask is kept; but types have fields that have types that have fields,
/// and the engine would answer a few lines with millions of values.
/// </summary>
internal sealed class IntrospectionSize
{
    /// <summary>Two or three times what tools ask for.</summary>
    private const int Allowed = 200_000;

    private readonly Dictionary<string, double> _lists;

    public IntrospectionSize(ApiSchema api)
    {
        var fields = api.InOrder.OfType<ApiComposite>().SelectMany(type => type.Fields).ToList();
        double Average(int count) => (double)count / api.InOrder.Length;
        _lists = new(StringComparer.Ordinal)
        {
            ["types"] = api.InOrder.Length,
            ["fields"] = Average(fields.Count),
            ["args"] = (double)fields.Sum(field => field.Arguments.Length) / fields.Count,
            ["inputFields"] = Average(api.InOrder.OfType<ApiInputObject>().Sum(type => type.Fields.Length)),
            ["enumValues"] = Average(api.InOrder.OfType<ApiEnum>().Sum(type => type.Members.Length)),
            ["interfaces"] = Average(api.InOrder.OfType<ApiComposite>().Sum(type => type.Interfaces.Length)),
            ["possibleTypes"] = Average(api.InOrder.OfType<ApiObject>().Sum(type => type.Interfaces.Length)),
        };
    }

    /// <param name="document">Valid: no fragment spreads itself.</param>
    /// <exception cref="RequestException">LIMIT_COST.</exception>
    public void Check(GraphQLDocument document)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
        var size = document.Definitions.OfType<GraphQLOperationDefinition>().Sum(operation => Of(operation.SelectionSet, fragments));
        if (size <= Allowed)
            return;
        var found = (long)Math.Min(size, long.MaxValue / 2);
        throw new RequestException(ErrorCodes.LimitCost, FormattableString.Invariant($"Found an introspection of about {found} values, allowed {Allowed}."), "The schema can be read at /graphql/schema.graphql.")
        {
            Limit = (found, Allowed),
        };
    }

    private double Of(GraphQLSelectionSet set, Dictionary<string, GraphQLFragmentDefinition> fragments) => set.Selections.Sum(node => node switch
    {
        GraphQLField { SelectionSet: { } nested } field => _lists.GetValueOrDefault(field.Name.StringValue, 1) * Of(nested, fragments),
        GraphQLInlineFragment fragment => Of(fragment.SelectionSet, fragments),
        GraphQLFragmentSpread spread => Of(fragments[spread.FragmentName.Name.StringValue].SelectionSet, fragments),
        _ => 1,
    });
}
