using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;
using FlowGraph.Query.Filters;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>A <c>where</c> and an <c>order</c> at random.</summary>
internal sealed class RandomFilter(OperationDraft draft, SampleValues samples)
{
    public JsonObject Where(NodeSet set, int depth = 0)
    {
        return Where(set.Name + "FilterInput", depth, field => Field(set, field, depth));
    }

    /// <summary>Of the links of a relationship.</summary>
    public JsonObject WhereLink(RelationshipEnd end, string input, int depth = 0) =>
        Where(input, depth, field => field.Name == "node"
            ? Where(end.Target, depth + 1)
            : end.Edge.Properties.Single(property => property.FieldName == field.Name) is var property && draft.TakesFault(10)
                ? null
                : Operators(field.Type.Name, property, samples.Stored(end.Edge, property)));

    private JsonObject Where(string input, int depth, Func<ApiArgument, JsonNode?> own)
    {
        var type = (ApiInputObject)draft.Api.Types[input];
        var where = new JsonObject();
        for (var i = draft.Random.Next(depth == 0 ? 1 : 0, 3); i > 0; i--)
        {
            var field = draft.Any(type.Fields);
            if (where.ContainsKey(field.Name) || (depth > 1 && field.Name is "and" or "or" or "not"))
                continue;
            where[field.Name] = field.Name switch
            {
                "and" or "or" => new JsonArray([.. Enumerable.Range(0, draft.Random.Next(0, 3)).Select(_ => (JsonNode)Where(input, depth + 1, own))]),
                "not" => Where(input, depth + 1, own),
                _ => own(field),
            };
        }
        return where;
    }

    public JsonObject WhereFacts() => Where("FactFilterInput", 0, field => draft.TakesFault(10) ? null : field.Name switch
    {
        "denied" => draft.Chance(50),
        "type" => Operators(field.Type.Name, null, null),
        "subject" => Operators(field.Type.Name, null, samples.RecordId()),
        "source" => Operators(field.Type.Name, null, samples.RecordId(draft.Api.Model.NodeTypesByName["Source"])),
        "origin" or "evidenceType" => Operators(field.Type.Name, null, samples.Node(draft.Api.Model.NodeTypesByName["Citation"])?[field.Name]),
        _ when draft.Api.Model.EdgeContract.Single(property => property.FieldName == field.Name) is var property => Operators(field.Type.Name, property, samples.OfFact(property)),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <param name="input">The type of the order's keys.</param>
    public JsonArray Order(string input)
    {
        var type = (ApiInputObject)draft.Api.Types[input];
        var order = new JsonArray();
        for (var i = draft.Random.Next(0, 4); i > 0; i--)
            order.Add(Term(type));
        if (draft.TakesFault(50))
            order.Add(draft.Chance(50) ? [] : new JsonObject { [type.Fields[0].Name] = Direction(), [type.Fields[1].Name] = Direction() });
        return order;
    }

    /// <param name="around">Objects around it: two is the most.</param>
    private JsonObject Term(ApiInputObject type, int around = 0)
    {
        var field = draft.Any(type.Fields.Where(field => around == 0 || draft.Api.Types[field.Type.Name] is not ApiInputObject).ToList());
        return new() { [field.Name] = draft.Api.Types[field.Type.Name] is ApiInputObject inner ? Term(inner, around + 1) : Direction() };
    }

    private string Direction() => draft.Chance(50) ? "ASC" : "DESC";

    private JsonObject? Field(NodeSet set, ApiArgument field, int depth)
    {
        if (set.Properties.FirstOrDefault(property => property.FieldName == field.Name) is { } property)
            return draft.TakesFault(10) ? null : Operators(field.Type.Name, property, samples.Stored(set, property));
        if (field.Name == "type")
            return Operators(field.Type.Name, null, samples.Node(set)?.Type.EnumName);
        var end = set.Ends.Single(end => end.Name == field.Name || FilterCompiler.LinkName(end) == field.Name);
        // A where may be eight objects deep, and a list within a list is five already.
        if (draft.Chance(15) || depth > 1 && !end.IsList)
            return null;
        if (depth > 1)
            return new() { ["any"] = draft.Chance(50) };
        JsonObject Row(string input) => end.Name == field.Name ? Where(end.Target, depth + 1) : WhereLink(end, input, depth + 1);
        if (!end.IsList)
            return Row(field.Type.Name);
        var quantified = new JsonObject();
        for (var i = draft.Chance(80) ? 1 : draft.Random.Next(0, 3); i > 0; i--)
        {
            var quantifier = draft.Any(((ApiInputObject)draft.Api.Types[field.Type.Name]).Fields);
            quantified[quantifier.Name] = quantifier.Name == "any" ? draft.Chance(50) : draft.TakesFault(20) ? null : Row(quantifier.Type.Name);
        }
        return quantified;
    }

    /// <summary>One or two operators of an operation input.</summary>
    private JsonObject Operators(string name, PropertyDefinition? property, object? stored)
    {
        var type = (ApiInputObject)draft.Api.Types[name];
        var operators = new JsonObject();
        for (var i = draft.Chance(75) ? 1 : draft.Random.Next(0, 4); i > 0; i--)
        {
            var field = draft.Any(type.Fields);
            operators[field.Name] = Operator(name, field, property, stored);
        }
        return operators;
    }

    private JsonNode? Operator(string input, ApiArgument field, PropertyDefinition? property, object? stored)
    {
        if (field.Name is "and" or "or")
            return new JsonArray([.. Enumerable.Range(0, draft.Random.Next(0, 3)).Select(_ => (JsonNode)Operators(input, property, stored))]);
        if (stored is ImmutableArray<string> list)
            stored = list.IsDefaultOrEmpty ? null : draft.Any(list);
        if (draft.TakesFault(30) && field.Name is not ("eq" or "neq"))
            return null;
        if (field.Name is "eq" or "neq" && draft.Chance(12))
            return null;
        switch (field.Type.Name)
        {
            case "DateRangeInput":
                return Days(stored);
            case "FloatRangeInput":
                return Range(draft.Chance(15) ? null : samples.Number(stored as Quantity), draft.Chance(15) ? null : samples.Number(stored as Quantity), null);
        }
        if (draft.Api.Types[field.Type.Name] is ApiInputObject)
            return Operators(field.Type.Name, property, Part(field.Name, stored));
        if (stored is FuzzyDate date)
            return field.Name == "eq" ? date.Edtf : samples.Scalar(field.Type.Name, date);
        if (input == "FuzzyDateOperationFilterInput" && field.Name == "eq")
            return "2024-03";
        if (field.Name is "atLeast" or "atMost")
            return samples.Number(stored as Quantity);
        return field.Type.IsList
            ? new JsonArray([.. Enumerable.Range(0, draft.Random.Next(0, 4)).Select(_ => samples.Scalar(field.Type.Name, stored))])
            : samples.Scalar(field.Type.Name, stored);
    }

    /// <summary>What the operators on a member of a value are compared with.</summary>
    private static object? Part(string name, object? stored) => (name, stored) switch
    {
        ("unit", Quantity quantity) => quantity.Unit,
        ("bound", Quantity quantity) => quantity.Bound,
        ("precision", FuzzyDate date) => date.Precision.ToString().ToUpperInvariant(),
        _ => stored,
    };

    /// <summary>A range near a date.</summary>
    public JsonObject Days(object? near) => Range(draft.Chance(15) ? null : samples.Day(near), draft.Chance(15) ? null : samples.Day(near), string.CompareOrdinal);

    private JsonObject Range(JsonNode? from, JsonNode? to, Comparison<string>? compare)
    {
        var order = from is null || to is null ? 0 : compare is null ? from.GetValue<double>().CompareTo(to.GetValue<double>()) : compare(from.GetValue<string>(), to.GetValue<string>());
        if (order > 0 != (order != 0 && draft.TakesFault(50)))
            (from, to) = (to, from);
        var range = new JsonObject();
        if (from is not null)
            range["from"] = from;
        if (to is not null)
            range["to"] = to;
        return range;
    }
}
