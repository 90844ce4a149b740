using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>Where a variable stands in an argument.</summary>
/// <param name="Depth">Objects around it.</param>
public sealed record VariablePlace(string Variable, string Argument, int Depth);

/// <summary>How deeply an argument is nested and how long its lists are: looked at in a document before its rules, and in variables before they are coerced.</summary>
public sealed class ArgumentLimits(DocumentLimits limits)
{
    private readonly Dictionary<(string Variable, bool IsOrder), VariablePlace> _places = [];

    /// <summary>Where variables stand that can be deep or long, each at its deepest.</summary>
    public ImmutableArray<VariablePlace> Places(ImmutableArray<VariableDefinition> definitions) =>
    [
        .. _places.Values.Where(place => definitions.FirstOrDefault(definition => definition.Name == place.Variable)?.Type is { } type
            && (type.IsList || type.Name.EndsWith("Input", StringComparison.Ordinal))),
    ];

    /// <summary>Holds the values of a request to the limits at the places where they will stand.</summary>
    public static void Check(DocumentLimits limits, ImmutableArray<VariablePlace> places, ImmutableArray<VariableDefinition> definitions, IReadOnlyDictionary<string, InputLiteral> given)
    {
        foreach (var place in places)
        {
            var literal = given.TryGetValue(place.Variable, out var value) ? value : definitions.First(definition => definition.Name == place.Variable).Default;
            if (literal is not null)
                new ArgumentLimits(limits).Check(place.Argument, $"${place.Variable}", literal, place.Depth);
        }
    }

    /// <param name="argument">Its name: an order has another limit than a filter.</param>
    /// <param name="path">What messages call it.</param>
    public void Check(string argument, string path, InputLiteral literal, int depth = 0)
    {
        switch (literal)
        {
            case InputLiteral.Variable variable:
                var key = (variable.Name, IsOrder(argument));
                if (!_places.TryGetValue(key, out var known) || known.Depth < depth)
                    _places[key] = new(variable.Name, argument, depth);
                break;
            case InputLiteral.Object fields:
                var allowed = IsOrder(argument) ? limits.OrderDepth : limits.WhereDepth;
                if (depth == allowed)
                    throw Refuse(ErrorCodes.LimitDepth, path, FormattableString.Invariant($"more than {allowed} objects within each other"), allowed + 1, allowed);
                foreach (var (name, value) in fields.Fields)
                    Check(argument, $"{path}.{name}", value, depth + 1);
                break;
            case InputLiteral.List list:
                // Objects in a list are conditions, not values; the size of the request bounds them.
                if (list.Items.Length > limits.In && list.Items[0] is not InputLiteral.Object)
                    throw Refuse(ErrorCodes.LimitIds, path, FormattableString.Invariant($"a list of {list.Items.Length}"), list.Items.Length, limits.In);
                foreach (var item in list.Items)
                    Check(argument, path, item, depth);
                break;
        }
    }

    private static bool IsOrder(string argument) => argument == "order";

    private static RequestException Refuse(string code, string path, string found, int number, int allowed) =>
        new(code, FormattableString.Invariant($"{path}: found {found}, allowed {allowed}.")) { Limit = (number, allowed) };
}
