using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Input;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Selection;

namespace FlowGraph.Query.Plan;

public sealed partial class PlanCompiler
{
    /// <summary>The coerced arguments of one field.</summary>
    private readonly struct Arguments(InputCoercion coercion, ApiField field, SelectedField selected, Variables variables)
    {
        /// <summary>Null when absent or null.</summary>
        public object? this[string name] => TryGet(name, out var value) ? value : null;

        public bool TryGet(string name, out object? value) =>
            coercion.TryCoerce(field.Argument(name)!, selected.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value, variables, Path(name), out value);

        public string Path(string name) => $"{selected.Key}({name})";
    }

    private int Slot(ApiField field, SelectedField selected, Func<Arguments, object?> bind)
    {
        object? Bind(Variables variables) => bind(new(_coercion, field, selected, variables));
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

    private int PageSlot(ApiField field, SelectedField selected, NodeSet set) => Slot(field, selected, arguments => Page(arguments, field, set));

    private int SupportSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments =>
        new SupportRequest((string)arguments["through"]! == "RELAYS", (string?)arguments["stance"], Page(arguments, field, null)));

    private PageRequest Page(Arguments arguments, ApiField field, NodeSet? set)
    {
        var where = set is null ? null : (InputObject?)arguments["where"];
        var order = set is null ? [] : Order(arguments["order"] as object?[], set, arguments.Path("order"));
        var first = (int?)arguments["first"] ?? PageRequest.DefaultFirst;
        var path = arguments.Path("first");
        if (first < 0)
            throw new RequestException(ErrorCodes.BadUserInput, FormattableString.Invariant($"{path}: found {first}, expected 0 to {_limits.Page}."));
        Within(ErrorCodes.LimitPage, path, first, _limits.Page);
        var binding = $"{field.Name}:{string.Join(',', order.Select(term => term.Property.FieldName + (term.Descending ? "-" : "+")))}";
        var after = (string?)arguments["after"] is { } text ? Cursor.Decode(text, binding, order.Sum(term => term.Parts), arguments.Path("after")) : null;
        return new(where is null ? null : FilterCompiler.Compile(set!, where, arguments.Path("where")), order, first, after, binding);
    }

    private static ImmutableArray<OrderTerm> Order(object?[]? keys, NodeSet set, string path) =>
    [
        .. (keys ?? []).Cast<InputObject>().Select(key => key.Fields is [{ Value: string direction } only]
            ? new OrderTerm(set.Properties.First(property => property.FieldName == only.Key), direction == "DESC")
            : throw new RequestException(ErrorCodes.BadUserInput,
                $"{path}: found {key.Fields.Length.ToString(CultureInfo.InvariantCulture)} keys in one object or a null, expected one key an object.",
                "Write order: [{ name: ASC }, { id: DESC }].")),
    ];

    private int LookUpSlot(ApiField field, SelectedField selected, NodeSet set) => Slot(field, selected, arguments =>
    {
        var keys = set.Properties.Where(property => property.IsKey)
            .Select(property => KeyValuePair.Create(property, arguments[property.FieldName] as string))
            .Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)).ToImmutableArray();
        var id = (string?)arguments["id"];
        return id is null && keys.IsEmpty
            ? throw new RequestException(ErrorCodes.BadUserInput,
                $"{selected.Key}: found no argument, expected one of {string.Join(", ", field.Arguments.Select(argument => argument.Name))}.")
            : new LookUpRequest(id, keys);
    });

    private int IdsSlot(ApiField field, SelectedField selected) => Slot(field, selected, arguments =>
    {
        var ids = (object?[])arguments["ids"]!;
        Within(ErrorCodes.LimitIds, arguments.Path("ids"), ids.Length, _limits.Ids);
        return ids;
    });

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
