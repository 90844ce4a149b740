using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Query.Api;

namespace FlowGraph.Query.Input;

/// <summary>A value as written in a document or in the variables, before it is checked against a type.</summary>
public abstract record InputLiteral
{
    private protected InputLiteral()
    {
    }

    public sealed record Null : InputLiteral;

    public sealed record Text(string Value) : InputLiteral;

    /// <summary>A number with its text, so that 1 and 1.0 can be told apart.</summary>
    public sealed record Number(string Value) : InputLiteral;

    public sealed record Boolean(bool Value) : InputLiteral;

    public sealed record Enum(string Name) : InputLiteral;

    public sealed record List(ImmutableArray<InputLiteral> Items) : InputLiteral;

    public sealed record Object(ImmutableArray<KeyValuePair<string, InputLiteral>> Fields) : InputLiteral;

    public sealed record Variable(string Name) : InputLiteral;

    /// <summary>As a reader would write it, for messages.</summary>
    public string Display => this switch
    {
        Null => "null",
        Text text => $"\"{text.Value}\"",
        Number number => number.Value,
        Boolean boolean => boolean.Value ? "true" : "false",
        Enum member => member.Name,
        List list => $"a list of {list.Items.Length.ToString(CultureInfo.InvariantCulture)}",
        Object => "an object",
        Variable variable => "$" + variable.Name,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A declared variable.</summary>
public sealed record VariableDefinition(string Name, TypeRef Type, InputLiteral? Default)
{
    /// <summary>What messages call it: <c>$id</c>.</summary>
    public string Path { get; } = "$" + Name;
}

/// <summary>A coerced input object: only the fields that were given, null kept apart from absent.</summary>
public sealed class InputObject(ImmutableArray<KeyValuePair<string, object?>> fields)
{
    public ImmutableArray<KeyValuePair<string, object?>> Fields { get; } = fields;

    public bool TryGet(string name, out object? value)
    {
        foreach (var field in Fields)
        {
            if (field.Key == name)
            {
                value = field.Value;
                return true;
            }
        }
        value = null;
        return false;
    }
}
