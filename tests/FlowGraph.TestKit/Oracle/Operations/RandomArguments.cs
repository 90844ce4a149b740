using System.Text.Json.Nodes;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>The arguments of a field at random, as text with its brackets.</summary>
internal sealed class RandomArguments
{
    private readonly OperationDraft _draft;
    private readonly SampleValues _samples;
    private readonly RandomFilter _filters;
    private readonly InputText _text;

    public RandomArguments(OperationDraft draft)
    {
        _draft = draft;
        _samples = new(draft);
        _filters = new(draft, _samples);
        _text = new(draft);
    }

    /// <param name="most">Rows that the field should have at most.</param>
    /// <param name="first">Rows that it will have at most, if it is a connection.</param>
    public string Of(ApiField field, int most, out int first)
    {
        first = 20;
        if (field.Arguments.IsEmpty)
            return "";
        if (field.Meaning is FieldMeaning.Root { Kind: RootKind.LookUp } lookUp)
            return Brackets([.. LookUp(field, lookUp.Set!)]);
        if (field.Meaning is FieldMeaning.Root { Kind: RootKind.Search })
            return Brackets(Search(field, most, out first));
        if (field.Name == "groupBy")
            return Brackets([.. field.Arguments.Where(argument => argument.Type.NonNull && argument.Default is null || _draft.Chance(40)).Select(argument => $"{argument.Name}: {_text.Of(Group(argument), argument.Type)}")]);
        List<string> parts = [];
        var order = "";
        var fromEnd = field.Argument("last") is not null && _draft.Chance(30);
        foreach (var argument in field.Arguments)
        {
            switch (argument.Name)
            {
                case "where" when _draft.Chance(45):
                    parts.Add($"where: {_text.Of(argument.Type.Name == "FactFilterInput" ? _filters.WhereFacts() : _filters.Where(Set(argument, "FilterInput")), argument.Type)}");
                    break;
                case "whereLink" when field.Meaning is FieldMeaning.Links { End: var end } && _draft.Chance(30):
                    parts.Add($"whereLink: {_text.Of(_filters.WhereLink(end, argument.Type.Name), argument.Type)}");
                    break;
                case "order" when _draft.Chance(45):
                    // A cursor is looked for with the same order, so that has no variables.
                    var mayFollow = field.Meaning is not null && _draft.Chance(50);
                    var text = _text.Of(_filters.Order(argument.Type.Name), argument.Type, !mayFollow);
                    order = mayFollow ? $"order: {text}" : "variable";
                    parts.Add($"order: {text}");
                    break;
                case "first" when !fromEnd && (most < 20 || _draft.Chance(70)):
                case "last" when fromEnd:
                    first = _draft.Random.Next(0, most + 1);
                    parts.Add($"{argument.Name}: {First(argument, ref first, most, mayBeAbsent: !fromEnd)}");
                    if (field.Argument("last") is not null && _draft.TakesFault(10))
                        parts.Add(fromEnd ? "first: 1" : "last: 1");
                    break;
                case "after" or "before" when order != "variable" && _draft.Chance(25) && Probe(field, order) is { } probe:
                    parts.Add($"{argument.Name}: {(_draft.TakesFault(80) ? "\"bm8gY3Vyc29yIG9mIG91cnM\"" : _draft.CursorVariable(probe))}");
                    break;
                case "where" or "whereLink" or "order" or "first" or "after" or "last" or "before":
                    break;
                default:
                    if (argument.Type.NonNull && argument.Default is null || _draft.Chance(50))
                        parts.Add($"{argument.Name}: {_text.Of(Value(field, argument), argument.Type)}");
                    break;
            }
        }
        return Brackets(parts);
    }

    private static string Brackets(List<string> parts) => parts.Count == 0 ? "" : $"({string.Join(", ", parts)})";

    private NodeSet Set(ApiArgument argument, string suffix)
    {
        var name = argument.Type.Name[..^suffix.Length];
        var model = _draft.Api.Model;
        return model.NodeTypesByName.TryGetValue(name, out var type) ? type : model.GroupsByName[name];
    }

    private string First(ApiArgument argument, ref int first, int most, bool mayBeAbsent)
    {
        if (_draft.TakesFault(50))
            return _draft.Chance(50) ? "-1" : "201";
        if (most < 20 || !mayBeAbsent || !_draft.Chance(5))
            return _text.Of(first, argument.Type);
        first = 20;
        return _draft.Chance(50) ? "null" : _draft.UnsetVariable("Int");
    }

    private JsonNode? Value(ApiField field, ApiArgument argument) => argument.Name switch
    {
        "id" when field.Meaning is FieldMeaning.Root { Kind: RootKind.Neighborhood } => _samples.NodeId(),
        "ids" when field.Meaning is FieldMeaning.Root { Kind: RootKind.Subgraph } => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 4)).Select(_ => (JsonNode)_samples.NodeId())]),
        "a" or "b" => _samples.FactId(),
        "types" when argument.Type.Name == "FactType" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 8)).Select(_ => _samples.Scalar(argument.Type.Name, null))]),
        "perType" => _draft.TakesFault(50) ? _draft.Any([-1, 201]) : _draft.Random.Next(0, 8),
        "hops" => _draft.TakesFault(50) ? _draft.Any([-1, 4]) : _draft.Random.Next(0, 3),
        "limit" => _draft.TakesFault(50) ? _draft.Any([-1, 1001]) : _draft.Random.Next(0, 30),
        "id" => _samples.RecordId(),
        "ids" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 6)).Select(_ => (JsonNode)_samples.RecordId())]),
        "property" => (string?)_samples.Node(_draft.Api.Model.NodeTypesByName["Claim"])?["property"],
        "scope" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 4)).Select(_ => (JsonNode)Known("scope", _draft.Api.Model.GroupsByName[_draft.Chance(70) ? "Entity" : "Event"]))]),
        "types" when argument.Type.Name == "NodeType" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 4)).Select(_ =>
            (JsonNode)(_draft.TakesFault(30) ? "VESSEL" : _draft.Any(_draft.Api.Model.GroupsByName["Event"].Types).EnumName))]),
        "during" => _filters.Days(_samples.Node(_draft.Api.Model.GroupsByName["Event"])?["when"]),
        "exporter" or "importer" => Known(argument.Name, _draft.Api.Model.NodeTypesByName["State"]),
        "by" => Known("by", _draft.Api.Model.NodeTypesByName["Organization"]),
        "date" => _samples.Day(_samples.Node(_draft.Api.Model.NodeTypesByName["Designation"])?["when"]),
        "stance" when _draft.Chance(10) => null,
        _ => _samples.Scalar(argument.Type.Name, null),
    };

    /// <summary>An id that has to be there: at most places one that edges lead to, as most nodes have nothing to do with the question.</summary>
    private string Known(string argument, NodeSet set)
    {
        if (_draft.TakesFault(50))
            return argument == "scope" || _draft.Chance(50) ? "vessel:nobody" : "source:nobody";
        var edges = argument switch
        {
            "by" => _draft.Release.Edges.Where(edge => edge.Relationship.Field == "issuedBy"),
            "exporter" => _draft.Release.Edges.Where(edge => edge.Relationship is { Field: "suppliedBy", Source.Name: "Shipment" }),
            "importer" => _draft.Release.Edges.Where(edge => edge.Relationship is { Field: "receivedBy", Source.Name: "Shipment" }),
            _ => [],
        };
        var found = edges.ToList();
        return found.Count > 0 && _draft.Chance(80) ? _draft.Any(found).To : _samples.Node(set)!.Id;
    }

    private List<string> Search(ApiField field, int most, out int first)
    {
        string Written(string name, JsonNode? value, bool mayVary = true) => $"{name}: {_text.Of(value, field.Argument(name)!.Type, mayVary)}";
        first = _draft.Random.Next(0, Math.Min(most, 20) + 1);
        JsonNode text = _draft.TakesFault(30) ? _draft.Chance(50) ? " \u200f" : new string('x', 201) : _samples.SearchedText();
        JsonNode? mode = _draft.Chance(50) ? null : _draft.Any(["EXACT", "FOLDED", "FUZZY"]);
        // A cursor is looked for with the same text and mode.
        List<string> parts = [Written("text", text)];
        List<string> asked = [Written("text", text, mayVary: false), "first: 50"];
        if (mode is not null)
        {
            parts.Add(Written("mode", mode));
            asked.Add(Written("mode", mode, mayVary: false));
        }
        if (_draft.Chance(40))
            parts.Add(Written("types", new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 4)).Select(_ => _samples.Scalar("NodeType", null))])));
        parts.Add($"first: {First(field.Argument("first")!, ref first, most, mayBeAbsent: false)}");
        if (_draft.Chance(25) && !_draft.IsFaulty)
            parts.Add($"after: {(_draft.TakesFault(80) ? "\"bm8gY3Vyc29yIG9mIG91cnM\"" : _draft.CursorVariable($"{{ search({string.Join(", ", asked)}) {{ edges {{ cursor node {{ id }} }} }} }}"))}");
        return parts;
    }

    private JsonNode? Group(ApiArgument argument) => argument.Name switch
    {
        "keys" when _draft.TakesFault(50) => new JsonArray(),
        "keys" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(1, 4)).Select(_ => _samples.Scalar(argument.Type.Name, null))]),
        "having" => new JsonObject { ["count"] = new JsonObject { [_draft.Any(["eq", "neq", "gt", "ngt", "gte", "lt", "nlte"])] = _draft.Random.Next(0, 6) } },
        "order" => new JsonArray([.. Enumerable.Range(0, _draft.Random.Next(0, 3)).Select(_ => (JsonNode)new JsonObject { [_draft.Chance(50) ? "count" : "key"] = _draft.Chance(50) ? "ASC" : "DESC" })]),
        _ => _draft.TakesFault(50) ? 201 : _draft.Random.Next(0, 30),
    };

    private IEnumerable<string> LookUp(ApiField field, NodeSet type)
    {
        if (!field.Arguments.Any(argument => argument.Type.NonNull) && _draft.TakesFault(50))
            yield break;
        var node = _samples.Node(type);
        var chosen = field.Arguments.Where(argument => argument.Name == "id" || node?[argument.Name] is not null).ToList();
        var one = _draft.Any(chosen);
        foreach (var argument in chosen.Where(argument => argument == one || _draft.Chance(20)))
        {
            var value = argument.Name == "id"
                ? _draft.Chance(80) && node is not null ? node.Id : _samples.RecordId()
                : _draft.Chance(80) ? (string)node![argument.Name]! : Unknown(argument.Type.Name);
            yield return $"{argument.Name}: {_text.Of(value, argument.Type)}";
        }
    }

    /// <summary>A key that is well formed, whether or not somebody has it.</summary>
    private string Unknown(string scalar)
    {
        var digits = _draft.Random.Next(100_000, 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return scalar switch
        {
            "IMO" => digits + (char)('0' + ImoNumber.CheckDigit(digits)),
            "UNLOCODE" => "RUXXX",
            _ => _draft.Any(["RU", "RUS", "KP", "PRK", "ZZ", "ZZZ", "FR"]) is var code && CountryCodes.IsValid(code) ? code : "RU",
        };
    }

    /// <summary>An operation that shows edges of the same field in the same order.</summary>
    private string? Probe(ApiField field, string order)
    {
        var arguments = order.Length == 0 ? "(first: 50)" : $"({order}, first: 50)";
        switch (field.Meaning)
        {
            case FieldMeaning.Root:
                return $"{{ {field.Name}{arguments} {{ edges {{ cursor node {{ id }} }} }} }}";
            case FieldMeaning.Links links:
                var edges = _draft.Release.Edges.Where(edge => edge.Relationship == links.End.Relationship).ToList();
                if (edges.Count == 0)
                    return null;
                var edge = _draft.Any(edges);
                var parent = links.End.Direction == Direction.Out ? edge.From : edge.To;
                var type = _draft.Api.Model.NodeTypeOfId(parent)!.Name;
                return $"{{ node(id: \"{parent}\") {{ ... on {type} {{ {field.Name}{arguments} {{ edges {{ cursor factId node {{ id }} }} }} }} }} }}";
            case FieldMeaning.Supports:
                var source = _samples.Node(_draft.Api.Model.NodeTypesByName["Source"])!.Id;
                return $"{{ source(id: \"{source}\") {{ {field.Name}(first: 50) {{ edges {{ cursor node {{ id }} }} }} }} }}";
            case FieldMeaning.IncidentFacts:
                var near = _draft.Any(_draft.Release.Edges.Where(edge => edge.Id.Length > 0).ToList());
                return $"{{ node(id: \"{near.From}\") {{ ... on Entity {{ {field.Name}{arguments} {{ edges {{ cursor node {{ id }} }} }} }} ... on Event {{ {field.Name}{arguments} {{ edges {{ cursor node {{ id }} }} }} }} }} }}";
            default:
                return null;
        }
    }
}
