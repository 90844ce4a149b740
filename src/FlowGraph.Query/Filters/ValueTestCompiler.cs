using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Filters;

/// <summary>The operators on one property → <see cref="ValueTest"/>.</summary>
internal static class ValueTestCompiler
{
    public static ValueTest Compile(PropertyDefinition property, InputObject operators, string path)
    {
        ImmutableArray<ValueTest> parts = [.. operators.Fields.Select(field => Operator(property, field.Key, field.Value, $"{path}.{field.Key}"))];
        return parts.Length == 1 ? parts[0] : new ValueTest.And(parts);
    }

    private static ValueTest Operator(PropertyDefinition property, string name, object? value, string path)
    {
        if (property.IsList)
            return ListOperator(property, name, value, path);
        return property.Kind switch
        {
            ValueKind.FuzzyDate => DateOperator(name, value, path),
            ValueKind.Quantity => QuantityOperator(name, value, path),
            _ => ScalarOperator(property, name, value, path),
        };
    }

    private static ValueTest ScalarOperator(PropertyDefinition property, string name, object? value, string path)
    {
        switch (name)
        {
            case "eq":
                return value is null ? new ValueTest.Missing() : new ValueTest.Equal(value);
            case "neq":
                return new ValueTest.Not(value is null ? new ValueTest.Missing() : new ValueTest.Equal(value));
            case "in":
                return new ValueTest.In(Values(value, path));
            case "nin":
                return new ValueTest.Not(new ValueTest.In(Values(value, path)));
            case "and":
                return new ValueTest.And(Parts(property, value, path));
            case "or":
                return new ValueTest.Or(Parts(property, value, path));
        }
        var given = value ?? throw FilterCompiler.Null(path);
        if (property is { Kind: ValueKind.Enum, Enum.Name: "Confidence" })
        {
            // Declared from HIGH to LOW, but read by people as a height.
            var members = property.Enum.Members;
            var at = property.Enum.OrdinalOf((string)given);
            return new ValueTest.In([.. (name == "gte" ? members.Take(at + 1) : members.Skip(at)).Select(member => member.Name)]);
        }
        return name switch
        {
            "contains" => new ValueTest.Contains((string)given),
            "ncontains" => new ValueTest.Not(new ValueTest.Contains((string)given)),
            "startsWith" => new ValueTest.StartsWith((string)given),
            "nstartsWith" => new ValueTest.Not(new ValueTest.StartsWith((string)given)),
            "endsWith" => new ValueTest.EndsWith((string)given),
            "nendsWith" => new ValueTest.Not(new ValueTest.EndsWith((string)given)),
            "gt" => new ValueTest.Greater(given, false),
            "ngt" => new ValueTest.Not(new ValueTest.Greater(given, false)),
            "gte" => new ValueTest.Greater(given, true),
            "ngte" => new ValueTest.Not(new ValueTest.Greater(given, true)),
            "lt" => new ValueTest.Less(given, false),
            "nlt" => new ValueTest.Not(new ValueTest.Less(given, false)),
            "lte" => new ValueTest.Less(given, true),
            "nlte" => new ValueTest.Not(new ValueTest.Less(given, true)),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };
    }

    private static ValueTest ListOperator(PropertyDefinition property, string name, object? value, string path)
    {
        if (name == "any")
            return (bool)(value ?? throw FilterCompiler.Null(path)) ? new ValueTest.Any() : new ValueTest.Not(new ValueTest.Any());
        var element = Compile(property with { IsList = false }, value as InputObject ?? throw FilterCompiler.Null(path), path);
        return name switch
        {
            "some" => new ValueTest.Some(element),
            "none" => new ValueTest.Not(new ValueTest.Some(element)),
            "all" => new ValueTest.Every(element),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };
    }

    private static ValueTest DateOperator(string name, object? value, string path)
    {
        if (name == "eq" && value is null)
            return new ValueTest.Missing();
        var given = value ?? throw FilterCompiler.Null(path);
        if (name is "overlaps" or "within")
        {
            var (from, to) = Days(given, path);
            return name == "overlaps" ? new ValueTest.Overlaps(from, to) : new ValueTest.Within(from, to);
        }
        return name switch
        {
            "eq" => new ValueTest.Edtf(FuzzyDate.TryParse((string)given, out var date, out var expected)
                ? date.Edtf
                : throw new RequestException(ErrorCodes.NotAValidEdtf, $"{path}: found \"{given}\", expected {expected}.")),
            "before" => new ValueTest.Before((DateOnly)given),
            "after" => new ValueTest.After((DateOnly)given),
            "precision" => new ValueTest.Precision(Compile(Text, (InputObject)given, path)),
            "known" => Known((bool)given),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };
    }

    private static ValueTest QuantityOperator(string name, object? value, string path)
    {
        var given = value ?? throw FilterCompiler.Null(path);
        switch (name)
        {
            case "possibly":
                var (from, to) = ((double?)End(given, "from", path), (double?)End(given, "to", path));
                return from > to ? throw Reversed(path) : new ValueTest.Possibly(from, to);
            case "known":
                return Known((bool)given);
        }
        return name switch
        {
            "atLeast" => new ValueTest.AtLeast((double)given),
            "atMost" => new ValueTest.AtMost((double)given),
            "unit" => new ValueTest.UnitIs(Compile(Text, (InputObject)given, path)),
            "bound" => new ValueTest.BoundIs(Compile(Text, (InputObject)given, path)),
            "contested" => new ValueTest.ContestedIs(Compile(Text with { Kind = ValueKind.Boolean }, (InputObject)given, path)),
            _ => throw new System.Diagnostics.UnreachableException(name),
        };
    }

    private static readonly PropertyDefinition Text = new() { Index = -1, Name = "", Kind = ValueKind.String };

    private static ValueTest Known(bool known) => known ? new ValueTest.Not(new ValueTest.Missing()) : new ValueTest.Missing();

    /// <summary>An end of a range; null where it was left out.</summary>
    private static object? End(object range, string end, string path) =>
        ((InputObject)range).TryGet(end, out var value) ? value ?? throw FilterCompiler.Null($"{path}.{end}") : null;

    private static (DateOnly? From, DateOnly? To) Days(object range, string path)
    {
        var (from, to) = ((DateOnly?)End(range, "from", path), (DateOnly?)End(range, "to", path));
        return from > to ? throw Reversed(path) : (from, to);
    }

    private static RequestException Reversed(string path) =>
        new(ErrorCodes.BadUserInput, $"{path}: found a range whose 'from' is after its 'to', expected from <= to.");

    private static ImmutableArray<object> Values(object? value, string path) =>
        value is object?[] items ? [.. items.Select(item => item ?? throw FilterCompiler.Null(path))] : throw FilterCompiler.Null(path);

    private static ImmutableArray<ValueTest> Parts(PropertyDefinition property, object? value, string path) =>
        value is object?[] items
            ? [.. items.Select(item => Compile(property, item as InputObject ?? throw FilterCompiler.Null(path), path))]
            : throw FilterCompiler.Null(path);
}
