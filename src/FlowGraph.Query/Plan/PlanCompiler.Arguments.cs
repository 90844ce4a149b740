using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    /// <summary>An argument, what was written for it, and what messages call it.</summary>
    private sealed record WrittenArgument(ApiArgument Argument, InputLiteral? Literal, string Path);

    /// <summary>The arguments of one field, coerced for one request.</summary>
    private readonly struct Arguments(InputCoercion coercion, WrittenArgument[] written, Variables variables)
    {
        /// <summary>Null when absent or null, or where the field has no such argument.</summary>
        public object? this[string name] =>
            Written(name) is { } argument && coercion.TryCoerce(argument.Argument, argument.Literal, variables, argument.Path, out var value) ? value : null;

        public string Path(string name) => Written(name)?.Path ?? throw new System.Diagnostics.UnreachableException(name);

        private WrittenArgument? Written(string name)
        {
            foreach (var argument in written)
            {
                if (argument.Argument.Name == name)
                    return argument;
            }
            return null;
        }
    }

    private int Slot(ApiField field, SelectedField selected, Func<Arguments, object?> bind)
    {
        WrittenArgument[] written =
        [
            .. field.Arguments.Select(argument =>
                new WrittenArgument(argument, selected.Arguments.FirstOrDefault(given => given.Name == argument.Name)?.Value, $"{selected.Key}({argument.Name})")),
        ];
        object? Bind(Variables variables) => bind(new(_coercion, written, variables));
        var text = ArgumentPrinter.Print(selected.Arguments);
        if (selected.Arguments.Any(argument => HasVariable(argument.Value)))
        {
            _slots.Add(new(text, false, Bind));
        }
        else
        {
            var value = Bind(Variables.None);
            _slots.Add(new(text, true, _ => value));
        }
        return _slots.Count - 1;
    }

    private static bool HasVariable(InputLiteral literal) => literal switch
    {
        InputLiteral.Variable => true,
        InputLiteral.List list => list.Items.Any(HasVariable),
        InputLiteral.Object value => value.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };

    private int TextSlot(ApiField field, SelectedField selected, string argument) => Slot(field, selected, arguments => arguments[argument]);

    private int PageSlot(ApiField field, SelectedField selected, NodeSet set) =>
        Slot(field, selected, arguments => Page(arguments, field, Where(arguments, field, set), Order(arguments, (key, path) => Term(key, set, [], path))));

    private PageRequest Page(Arguments arguments, ApiField field, Filter? where, ImmutableArray<OrderTerm> order)
    {
        var fromEnd = arguments["last"] is not null;
        if (fromEnd && arguments["first"] is not null)
            throw new RequestException(ErrorCodes.BadUserInput, $"{arguments.Path("last")}: found together with first, expected one of the two.");
        var size = Size(arguments, fromEnd ? "last" : "first");
        var binding = $"{Place(field)}{field.Name}:{string.Join(',', order)}";
        Cursor? Cursor(string argument) => arguments[argument] is string text ? Paging.Cursor.Decode(text, binding, order.Sum(term => term.Parts), arguments.Path(argument)) : null;
        return new(where, order, size, fromEnd, Cursor("after"), Cursor("before"), binding);
    }

    private int Size(Arguments arguments, string name)
    {
        var size = (int?)arguments[name] ?? PageRequest.DefaultSize;
        if (size < 0)
            throw new RequestException(ErrorCodes.BadUserInput, FormattableString.Invariant($"{arguments.Path(name)}: found {size}, expected 0 to {_limits.Page}."));
        Within(ErrorCodes.LimitPage, arguments.Path(name), size, _limits.Page);
        return size;
    }

    private static Filter? Where(Arguments arguments, ApiField field, NodeSet set)
    {
        var nodes = arguments["where"] is InputObject where ? FilterCompiler.Compile(set, where, arguments.Path("where")) : null;
        var links = field.Meaning is FieldMeaning.Links { End: var end } && arguments["whereLink"] is InputObject link ? FilterCompiler.CompileLink(end, link, arguments.Path("whereLink")) : null;
        return nodes is null || links is null ? nodes ?? links : new Filter.And([nodes, links]);
    }

    /// <summary>Tells fields of one name apart, but not the types on which one interface's field stands: whoever pages over that sends one cursor to all.</summary>
    private static string Place(ApiField field) => field.Meaning switch
    {
        FieldMeaning.Links { End: var end } => $"{end.Edge.Name}{(end.Direction == Direction.Out ? ">" : "<")}",
        FieldMeaning.IncidentFacts => "node.",
        _ => "",
    };

    private static ImmutableArray<OrderTerm> Order(Arguments arguments, Func<InputObject, string, OrderTerm> term) =>
        [.. (arguments["order"] as object?[] ?? []).Cast<InputObject>().Select(key => term(key, arguments.Path("order")))];

    private static OrderTerm Term(InputObject key, NodeSet set, ImmutableArray<RelationshipEnd> way, string path)
    {
        if (key.Fields is not [{ Value: not null } only])
            throw NotOneKey(key, path, "[{ name: ASC }, { id: DESC }]");
        if (only.Value is InputObject inner)
        {
            var single = set.Ends.First(end => end.Name == only.Key);
            return Term(inner, single.Target, way.Add(single), $"{path}.{only.Key}");
        }
        var descending = (string)only.Value == "DESC";
        return set.Properties.FirstOrDefault(property => property.FieldName == only.Key) is { } property
            ? new OrderTerm.Property(way, property, descending)
            : new OrderTerm.Count(way, set.Ends.First(end => end.IsList && OrderTerm.NameOf(end) == only.Key), descending);
    }

    private int AggregateSlot(ApiField field, SelectedField selected, NodeType type) =>
        Slot(field, selected, arguments => new AggregateRequest(type, Where(arguments, field, type)));

    private int GroupSlot(ApiField field, SelectedField selected, NodeType type)
    {
        var known = GroupKey.Of(type).ToDictionary(key => key.Name);
        return Slot(field, selected, arguments =>
        {
            ImmutableArray<GroupKey> keys = [.. ((object?[])arguments["keys"]!).Cast<string>().Distinct().Select(name => known[name])];
            if (keys.IsEmpty)
                throw new RequestException(ErrorCodes.BadUserInput, $"{arguments.Path("keys")}: found no key, expected one at least.");
            var having = arguments["having"] is InputObject given && given.TryGet("count", out var count) ? FilterCompiler.Count(count, arguments.Path("having")) : null;
            ImmutableArray<GroupOrder> order = [.. (arguments["order"] as object?[] ?? []).Cast<InputObject>().Select(key => key.Fields is [{ Value: string direction } only]
                ? new GroupOrder(only.Key == "key", direction == "DESC")
                : throw NotOneKey(key, arguments.Path("order"), "[{ count: DESC }, { key: ASC }]"))];
            var first = (int)arguments["first"]!;
            Within(ErrorCodes.LimitPage, arguments.Path("first"), first, _limits.Page);
            return new GroupRequest(keys, having, order.IsEmpty ? GroupOrder.Default : order, first);
        });
    }

    private static RequestException NotOneKey(InputObject key, string path, string example) => new(ErrorCodes.BadUserInput,
        $"{path}: found {key.Fields.Length.ToString(CultureInfo.InvariantCulture)} keys in one object or a null, expected one key an object.",
        $"Write order: {example}.");

    private int LookUpSlot(ApiField field, SelectedField selected, NodeSet set)
    {
        PropertyDefinition[] keyed = [.. set.Properties.Where(property => property.IsKey)];
        return Slot(field, selected, arguments =>
        {
            var keys = Keys(keyed, arguments);
            var id = (string?)arguments["id"];
            return id is null && keys.IsEmpty
                ? throw new RequestException(ErrorCodes.BadUserInput,
                    $"{selected.Key}: found no argument, expected one of {string.Join(", ", field.Arguments.Select(argument => argument.Name))}.")
                : new LookUpRequest(id, keys);
        });
    }

    private static ImmutableArray<KeyValuePair<PropertyDefinition, string>> Keys(PropertyDefinition[] keyed, Arguments arguments)
    {
        ImmutableArray<KeyValuePair<PropertyDefinition, string>> keys = [];
        foreach (var property in keyed)
        {
            if (arguments[property.FieldName] is string value)
                keys = keys.Add(new(property, value));
        }
        return keys;
    }

    private int IdsSlot(ApiField field, SelectedField selected) => Slot(field, selected, Ids);

    private object?[] Ids(Arguments arguments)
    {
        var ids = (object?[])arguments["ids"]!;
        Within(ErrorCodes.LimitIds, arguments.Path("ids"), ids.Length, _limits.Ids);
        return ids;
    }

    private int ChainsSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments =>
    {
        ImmutableArray<string> Texts(string name) => [.. (arguments[name] as object?[] ?? []).Cast<string>()];
        var maxHops = (int)arguments["maxHops"]!;
        Within(ErrorCodes.LimitHops, arguments.Path("maxHops"), maxHops, _limits.Hops, least: 1);
        var first = (int)arguments["first"]!;
        Within(ErrorCodes.LimitChains, arguments.Path("first"), first, _limits.Chains, least: 1);
        foreach (var name in (string[])["via", "avoid"])
            Within(ErrorCodes.LimitIds, arguments.Path(name), Texts(name).Length, _limits.Ids);
        return new ChainRequest
        {
            From = (string)arguments["from"]!,
            To = (string)arguments["to"]!,
            MaxHops = maxHops,
            Types = Texts("types"),
            ExcludeTypes = Texts("excludeTypes"),
            Modalities = Texts("modalities"),
            Via = Texts("via"),
            Avoid = Texts("avoid"),
            AllowHubs = (bool)arguments["allowHubs"]!,
            SharedPlaces = (bool)arguments["sharedPlaces"]!,
            Kinds = [.. Texts("kinds").Select(EnumSpelling.Parse<FactKind>)],
            MinConfidence = arguments["minConfidence"] is string confidence ? EnumSpelling.Parse<Confidence>(confidence) : null,
            MinIndependentSources = (int?)arguments["minIndependentSources"],
            IncludeContested = (bool)arguments["includeContested"]!,
            During = Range((InputObject?)arguments["during"], arguments.Path("during")),
            Chronology = EnumSpelling.Parse<ChronologyMode>((string)arguments["chronology"]!),
            Diversity = EnumSpelling.Parse<Diversity>((string)arguments["diversity"]!),
            First = first,
            HubDegree = _limits.HubDegree,
        };
    });

    private static DayRange? Range(InputObject? range, string path)
    {
        if (range is null)
            return null;
        var from = range.TryGet("from", out var start) ? (DateOnly?)start : null;
        var to = range.TryGet("to", out var end) ? (DateOnly?)end : null;
        return from > to
            ? throw new RequestException(ErrorCodes.BadUserInput, $"{path}: found a range whose 'from' is after its 'to', expected from <= to.")
            : new(from, to);
    }

    private static void Within(string code, string path, int found, int most, int least = 0)
    {
        if (found < least || found > most)
        {
            throw new RequestException(code, FormattableString.Invariant($"{path}: found {found}, allowed {least} to {most}."))
            {
                Limit = (found, most),
            };
        }
    }
}
