using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>A value as text of the document; some parts of it become variables: given, left to their default, or not given at all.</summary>
internal sealed class InputText(OperationDraft draft)
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="mayVary">Whether parts of it may be variables.</param>
    public string Of(JsonNode? value, TypeRef type, bool mayVary = true)
    {
        if (mayVary && draft.Chance(12))
            return Hoisted(value, type);
        if (value is null)
            return "null";
        if (type.IsList)
        {
            var items = value.AsArray();
            // A single value may stand for a list of one, but not a variable of the element's type.
            return items.Count == 1 && items[0] is not null && draft.Chance(15)
                ? Of(items[0], type.Element, mayVary: false)
                : $"[{string.Join(", ", items.Select(item => Of(item, type.Element, mayVary)))}]";
        }
        return draft.Api.Types[type.Name] switch
        {
            ApiEnum => value.GetValue<string>(),
            ApiInputObject input => Object(value.AsObject(), input, mayVary),
            _ => Scalar(value),
        };
    }

    private string Object(JsonObject value, ApiInputObject type, bool mayVary)
    {
        var fields = value.Select(field => $"{field.Key}: {Of(field.Value, type.Field(field.Key)!.Type, mayVary)}").ToList();
        // An operator with an unset variable is dropped. Keys of an order may not be: each object has exactly one.
        if (mayVary && draft.Chance(3) && !type.Name.EndsWith("SortInput", StringComparison.Ordinal)
            && type.Fields.FirstOrDefault(field => !value.ContainsKey(field.Name)) is { } unset)
            fields.Insert(draft.Random.Next(fields.Count + 1), $"{unset.Name}: {draft.UnsetVariable(unset.Type.ToString())}");
        return $"{{{string.Join(", ", fields)}}}";
    }

    private string Hoisted(JsonNode? value, TypeRef type)
    {
        var name = type.ToString();
        switch (draft.Random.Next(4))
        {
            case 0 when value is not null:
                return draft.UnsetVariable(type.NonNull ? name[..^1] : name, Of(value, type, mayVary: false));
            case 1 when value is not null:
                // A default that is not used.
                return draft.Variable(name, value.DeepClone(), Of(value, type, mayVary: false));
            default:
                var single = type.IsList && value is JsonArray { Count: 1 } list && list[0] is not null && draft.Chance(20);
                return draft.Variable(name, single ? value![0]!.DeepClone() : value?.DeepClone());
        }
    }

    private string Scalar(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return value.ToJsonString();
        var text = value.GetValue<string>();
        if (text.Length > 0 && draft.Chance(5) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '-'))
            return $"\"\"\"{text}\"\"\"";
        return draft.Chance(50) ? JsonSerializer.Serialize(text) : JsonSerializer.Serialize(text, _plain);
    }
}
