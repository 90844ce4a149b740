using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Makes an operation that fails smaller, as long as it still fails: what is left is what matters.</summary>
public static class OperationShrinker
{
    private const int MostTries = 400;

    /// <param name="fails">Whether a text still shows the fault; a text that is not valid any more does not.</param>
    public static async Task<string> ShrinkAsync(string text, Func<string, Task<bool>> fails)
    {
        var tries = 0;
        for (var smaller = true; smaller;)
        {
            smaller = false;
            for (var i = 0; tries < MostTries; i++)
            {
                if (Without(text, i) is not { } candidate)
                    break;
                if (candidate.Length >= text.Length)
                    continue;
                tries++;
                if (!await fails(candidate))
                    continue;
                (text, smaller) = (candidate, true);
                i--;
            }
        }
        return text;
    }

    /// <summary>The text without its i-th removable part; null when it has fewer.</summary>
    private static string? Without(string text, int i)
    {
        var document = Parser.Parse(text);
        var parts = new List<Action>();
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition)
                parts.Add(() => document.Definitions.Remove(definition));
            if (definition is GraphQLOperationDefinition { Variables.Items: { } variables } operation)
                AddItems(parts, variables, () => operation.Variables = null);
            var selections = definition switch
            {
                GraphQLOperationDefinition own => own.SelectionSet,
                GraphQLFragmentDefinition own => own.SelectionSet,
                _ => null,
            };
            if (selections is not null)
                Add(parts, selections);
        }
        if (i >= parts.Count)
            return null;
        parts[i]();
        return new SDLPrinter().Print(document);
    }

    private static void Add(List<Action> parts, GraphQLSelectionSet set)
    {
        foreach (var selection in set.Selections)
        {
            if (set.Selections.Count > 1)
                parts.Add(() => set.Selections.Remove(selection));
            switch (selection)
            {
                case GraphQLField field:
                    if (field.Alias is not null)
                        parts.Add(() => field.Alias = null);
                    if (field.Arguments is { } arguments)
                    {
                        AddItems(parts, arguments.Items, () => field.Arguments = null);
                        foreach (var argument in arguments.Items)
                            Add(parts, argument.Value);
                    }
                    if (field.Directives is not null)
                        parts.Add(() => field.Directives = null);
                    if (field.SelectionSet is { } inner)
                        Add(parts, inner);
                    break;
                case GraphQLInlineFragment fragment:
                    if (fragment.Directives is not null)
                        parts.Add(() => fragment.Directives = null);
                    Add(parts, fragment.SelectionSet);
                    break;
            }
        }
    }

    private static void Add(List<Action> parts, GraphQLValue value)
    {
        if (value is GraphQLObjectValue { Fields: { } fields } given)
        {
            AddItems(parts, fields, () => given.Fields = null);
            foreach (var field in fields)
                Add(parts, field.Value);
        }
        if (value is GraphQLListValue { Values: { } values } list)
        {
            AddItems(parts, values, () => list.Values = null);
            foreach (var item in values)
                Add(parts, item);
        }
    }

    private static void AddItems<T>(List<Action> parts, List<T> items, Action none)
    {
        foreach (var item in items)
            parts.Add(() =>
            {
                items.Remove(item);
                if (items.Count == 0)
                    none();
            });
    }
}
