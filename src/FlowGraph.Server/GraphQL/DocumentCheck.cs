using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlowGraph.Server.GraphQL;

/// <summary>Size, depth and repetition of a document, looked at before the rules, some of which are quadratic. Introspection is exempt from depth.</summary>
internal sealed class DocumentCheck
{
    private readonly ROM _source;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly QueryLimits _limits;
    private readonly DocumentLimits _documentLimits;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _rootKeys = new(StringComparer.Ordinal);
    private int _selections;
    private int _deepest;
    private int _mostRepeats;

    private DocumentCheck(ROM source, Dictionary<string, GraphQLFragmentDefinition> fragments, QueryLimits limits, DocumentLimits documentLimits)
    {
        _source = source;
        _fragments = fragments;
        _limits = limits;
        _documentLimits = documentLimits;
        Arguments = new(documentLimits);
    }

    public ArgumentLimits Arguments { get; }

    public OperationMeasures Measures(int tokens) => new(tokens, _selections, _deepest, _mostRepeats, _rootKeys.Values.Select(keys => keys.Count).DefaultIfEmpty().Max());

    /// <summary>The rules look at all operations and fragments, whichever is asked for; so does this.</summary>
    /// <returns>What is known of <paramref name="asked"/>.</returns>
    public static DocumentCheck Check(GraphQLDocument document, GraphQLOperationDefinition asked, QueryLimits limits, DocumentLimits documentLimits)
    {
        // Two fragments of one name are a fault that the rules report; the first stands for both here.
        var fragments = new Dictionary<string, GraphQLFragmentDefinition>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        DocumentCheck? found = null;
        foreach (var definition in document.Definitions)
        {
            var check = new DocumentCheck(document.Source, fragments, limits, documentLimits);
            check.Set(((IHasSelectionSetNode)definition).SelectionSet!, 1, definition is GraphQLOperationDefinition, false, new(StringComparer.Ordinal));
            if (definition == asked)
                found = check;
        }
        return found!;
    }

    private void Set(GraphQLSelectionSet set, int depth, bool isRoot, bool introspection, Dictionary<string, int> keys)
    {
        if (depth > _limits.Depth && !introspection)
            throw Refuse(ErrorCodes.LimitDepth, "levels of selections", depth, _limits.Depth);
        if (!introspection)
            _deepest = Math.Max(_deepest, depth);
        foreach (var node in set.Selections)
        {
            if (++_selections > _limits.Selections)
                throw Refuse(ErrorCodes.LimitSelections, "selections, fragments put in place", _selections, _limits.Selections);
            switch (node)
            {
                case GraphQLField field:
                    Field(field, depth, isRoot, introspection, keys);
                    break;
                case GraphQLInlineFragment fragment:
                    Set(fragment.SelectionSet, depth, isRoot, introspection, keys);
                    break;
                case GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var definition):
                    Spread(spread, definition, depth, isRoot, introspection, keys);
                    break;
            }
        }
    }

    private void Spread(GraphQLFragmentSpread spread, GraphQLFragmentDefinition definition, int depth, bool isRoot, bool introspection, Dictionary<string, int> keys)
    {
        var name = spread.FragmentName.Name.StringValue;
        if (!_open.Add(name))
        {
            // The engine has a rule for this, which needs half a second for a ring of three hundred.
            var at = Location.FromLinearPosition(_source, spread.Location.Start);
            throw new RequestException(ErrorCodes.GraphQLValidationFailed, $"Fragment '{name}' spreads itself, directly or by way of others.", null, new("document", at.Line, at.Column));
        }
        Set(definition.SelectionSet, depth, isRoot, introspection, keys);
        _open.Remove(name);
    }

    private void Field(GraphQLField field, int depth, bool isRoot, bool introspection, Dictionary<string, int> keys)
    {
        var name = field.Name.StringValue;
        var key = field.Alias?.Name.StringValue ?? name;
        var repeats = keys[key] = keys.GetValueOrDefault(key) + 1;
        if (repeats > _documentLimits.Repeats)
            throw Refuse(ErrorCodes.LimitRepeats, $"selections of '{key}' side by side", repeats, _documentLimits.Repeats);
        _mostRepeats = Math.Max(_mostRepeats, repeats);
        if (isRoot)
        {
            if (!_rootKeys.TryGetValue(name, out var names))
                _rootKeys[name] = names = new(StringComparer.Ordinal);
            if (names.Add(key) && names.Count > _documentLimits.Aliases)
                throw Refuse(ErrorCodes.LimitAliases, $"names for the root field '{name}'", names.Count, _documentLimits.Aliases);
        }
        foreach (var argument in field.Arguments?.Items ?? [])
            Arguments.Check(argument.Name.StringValue, $"{key}({argument.Name.StringValue})", DocumentReader.Literal(argument.Value));
        if (field.SelectionSet is { } nested)
            Set(nested, depth + 1, false, introspection || name.StartsWith("__", StringComparison.Ordinal), new(StringComparer.Ordinal));
    }

    private static RequestException Refuse(string code, string what, int found, int allowed) =>
        new(code, FormattableString.Invariant($"Found more than {allowed} {what}, allowed {allowed}.")) { Limit = (found, allowed) };
}
