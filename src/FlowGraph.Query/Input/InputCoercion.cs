using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Unicode;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;

namespace FlowGraph.Query.Input;

/// <summary>Literals and variables → CLR values of the API's input types: text, int, double, bool, DateOnly, object?[] for lists, <see cref="InputObject"/>; an enum's member is its name.</summary>
public sealed class InputCoercion(ApiSchema schema)
{
    /// <summary>Coerces all variables of an operation; what is wrong is reported for all of them at once.</summary>
    public Variables Variables(ImmutableArray<VariableDefinition> definitions, IReadOnlyDictionary<string, InputLiteral> given)
    {
        if (definitions.IsEmpty)
            return Input.Variables.None;
        var values = new object?[definitions.Length];
        List<Diagnostic>? faults = null;
        for (var i = 0; i < values.Length; i++)
        {
            var definition = definitions[i];
            try
            {
                if (given.TryGetValue(definition.Name, out var literal))
                    values[i] = Coerce(literal, definition.Type, Input.Variables.None, definition.Path);
                else if (definition.Default is not null)
                    values[i] = Coerce(definition.Default, definition.Type, Input.Variables.None, definition.Path);
                else
                    values[i] = definition.Type.NonNull ? throw Wrong(definition.Path, "nothing", definition.Type.ToString()) : Input.Variables.Absent;
            }
            catch (RequestException fault)
            {
                (faults ??= []).AddRange(fault.Diagnostics);
            }
        }
        return faults is null ? new(definitions, values) : throw new RequestException(faults);
    }

    /// <summary>The value of an argument or input field; false when it was not given (an unset variable) and has no default.</summary>
    public bool TryCoerce(ApiArgument argument, InputLiteral? literal, Variables variables, string path, out object? value)
    {
        if (literal is InputLiteral.Variable variable && !variables.TryGet(variable.Name, out _))
            literal = null;
        if (literal is null)
        {
            value = argument.Default;
            return argument.Default is not null ? true : argument.Type.NonNull ? throw Wrong(path, "nothing", argument.Type.ToString()) : false;
        }
        value = Coerce(literal, argument.Type, variables, path);
        return true;
    }

    public object? Coerce(InputLiteral literal, TypeRef type, Variables variables, string path)
    {
        if (literal is InputLiteral.Variable variable)
        {
            var given = variables.TryGet(variable.Name, out var value);
            if (!given || value is null)
                return type.NonNull ? throw Wrong(path, given ? "null" : "nothing", type.ToString()) : null;
            // The variable was coerced against its own type, which validation found to fit this place; only a list may still be missing around it.
            if (type.IsList && value is not object?[])
                return new[] { value };
            return value;
        }
        if (literal is InputLiteral.Null)
            return type.NonNull ? throw Wrong(path, "null", type.ToString()) : null;
        if (type.IsList)
        {
            return literal is InputLiteral.List list ? Items(list, type.Element, variables, path) : [Coerce(literal, type.Element, variables, path)];
        }
        return schema.Types[type.Name] switch
        {
            ApiScalar scalar => Scalar(literal, scalar, path),
            ApiEnum members => Member(literal, members, path),
            ApiInputObject input => Object(literal, input, variables, path),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private object?[] Items(InputLiteral.List list, TypeRef type, Variables variables, string path) =>
        [.. list.Items.Select((item, i) => Coerce(item, type, variables, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]"))];

    private InputObject Object(InputLiteral literal, ApiInputObject type, Variables variables, string path)
    {
        if (literal is not InputLiteral.Object given)
            throw Wrong(path, literal.Display, $"an object of type {type.Name}");
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, object?>>(given.Fields.Length);
        foreach (var (name, value) in given.Fields)
        {
            var field = type.Field(name)
                ?? throw new RequestException(ErrorCodes.BadUserInput, $"{path}.{name}: {type.Name} has no field '{name}'.", Near(name, type.Fields.Select(f => f.Name)));
            if (TryCoerce(field, value, variables, $"{path}.{name}", out var coerced))
                fields.Add(new(name, coerced));
        }
        foreach (var field in type.Fields)
        {
            if (field.Type.NonNull && field.Default is null && !fields.Any(f => f.Key == field.Name))
                throw Wrong($"{path}.{field.Name}", "nothing", field.Type.ToString());
        }
        return new(fields.ToImmutable());
    }

    private static string Member(InputLiteral literal, ApiEnum type, string path)
    {
        var name = literal switch
        {
            InputLiteral.Enum member => member.Name,
            InputLiteral.Text text => text.Value,
            _ => throw Wrong(path, literal.Display, $"a member of {type.Name}"),
        };
        return type.Members.Any(member => member.Name == name)
            ? name
            : throw new RequestException(ErrorCodes.BadUserInput, $"{path}: found {name}, expected a member of {type.Name}.", Near(name, type.Members.Select(m => m.Name)));
    }

    private static object Scalar(InputLiteral literal, ApiScalar type, string path)
    {
        switch (type.Form, literal)
        {
            case (ScalarForm.Int, InputLiteral.Number number):
                return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? whole
                    : throw Wrong(path, number.Value, "a whole number of 32 bits");
            case (ScalarForm.Float, InputLiteral.Number number):
                return double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)
                    ? real
                    : throw Wrong(path, number.Value, "a finite number");
            case (ScalarForm.Boolean, InputLiteral.Boolean boolean):
                return boolean.Value;
            case (ScalarForm.Id, InputLiteral.Number number):
                return Id(number.Value, path);
            case (ScalarForm.Id, InputLiteral.Text text):
                return Id(text.Value, path);
            case (ScalarForm.Imo, InputLiteral.Text text):
                return ImoNumber.IsValid(text.Value)
                    ? text.Value
                    : throw new RequestException(ErrorCodes.NotAValidImo, $"{path}: found \"{text.Value}\", expected an IMO number: seven digits, the last a check digit.", ImoHint(text.Value));
            case (ScalarForm.Date, InputLiteral.Text text):
                return DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : throw Wrong(path, literal.Display, "a day such as \"2024-03-07\"");
            case (ScalarForm.UnLocode, InputLiteral.Text text):
                return UnLocode.IsValid(text.Value) ? text.Value : throw Wrong(path, literal.Display, "a UN/LOCODE of five letters or digits, such as \"RUVYP\"");
            case (ScalarForm.CountryCode, InputLiteral.Text text):
                return CountryCodes.IsValid(text.Value) ? text.Value : throw Wrong(path, literal.Display, "an ISO 3166-1 code of two or three capital letters");
            case (ScalarForm.Text or ScalarForm.Url, InputLiteral.Text text):
                return CanonicalForm.Of(text.Value);
            default:
                throw Wrong(path, literal.Display, $"a value of type {type.Name}");
        }
    }

    private static string Id(string text, string path) =>
        RecordId.IsValid(text)
            ? text
            : throw new RequestException(ErrorCodes.NotAValidId, $"{path}: found \"{text}\", expected an id such as \"vessel:chon-ma-san\": small letters, digits and hyphens on both sides of one colon.");

    private static string? ImoHint(string text) =>
        text.Length == 7 && text.All(char.IsAsciiDigit) ? $"With the first six digits of it the seventh would be {ImoNumber.CheckDigit(text.AsSpan(0, 6)).ToString(CultureInfo.InvariantCulture)}." : null;

    private static string? Near(string found, IEnumerable<string> candidates) =>
        Suggestion.Near(found, candidates) is { } near ? $"Did you mean '{near}'?" : null;

    private static RequestException Wrong(string path, string found, string expected) =>
        new(ErrorCodes.BadUserInput, $"{path}: found {found}, expected {expected}.");
}
