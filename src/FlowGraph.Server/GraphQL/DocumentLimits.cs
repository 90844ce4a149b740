using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>Size and depth of a document, looked at before the rules, some of which are quadratic. Introspection is exempt from depth.</summary>
internal sealed class DocumentLimits
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly QueryLimits _limits;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _selections;

    private DocumentLimits(GraphQLDocument document, QueryLimits limits)
    {
        _limits = limits;
        _fragments = [];
        // Two fragments of one name are a fault that the rules report; the first stands for both here.
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    public static void Check(GraphQLDocument document, GraphQLOperationDefinition operation, QueryLimits limits) =>
        new DocumentLimits(document, limits).Set(operation.SelectionSet, 1, false);

    private void Set(GraphQLSelectionSet set, int depth, bool introspection)
    {
        if (depth > _limits.Depth && !introspection)
            throw Refuse(ErrorCodes.LimitDepth, "levels of selections", depth, _limits.Depth);
        foreach (var node in set.Selections)
        {
            if (++_selections > _limits.Selections)
                throw Refuse(ErrorCodes.LimitSelections, "selections, fragments put in place", _selections, _limits.Selections);
            switch (node)
            {
                case GraphQLField { SelectionSet: { } nested } field:
                    Set(nested, depth + 1, introspection || field.Name.StringValue.StartsWith("__", StringComparison.Ordinal));
                    break;
                case GraphQLInlineFragment fragment:
                    Set(fragment.SelectionSet, depth, introspection);
                    break;
                case GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var definition):
                    // A fragment that spreads itself is reported by the rules; here it must only end.
                    if (_open.Add(spread.FragmentName.Name.StringValue))
                    {
                        Set(definition.SelectionSet, depth, introspection);
                        _open.Remove(spread.FragmentName.Name.StringValue);
                    }
                    break;
            }
        }
    }

    private static RequestException Refuse(string code, string what, int found, int allowed) =>
        new(code, FormattableString.Invariant($"Found more than {allowed} {what}, allowed {allowed}.")) { Limit = (found, allowed) };
}
