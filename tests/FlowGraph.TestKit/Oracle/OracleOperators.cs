using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Operators = System.Collections.Generic.Dictionary<string, object?>;

namespace FlowGraph.TestKit.Oracle;

/// <summary>The operators on one value. A negated operator is the complement of the other, so that a missing value satisfies it.</summary>
internal static class OracleOperators
{
    private static readonly string[] _confidence = ["LOW", "MODERATE", "HIGH"];

    public static bool Property(PropertyDefinition property, object? value, Operators operators)
    {
        if (property.IsList)
            return operators.All(o => List(((ImmutableArray<string>?)value ?? []).ToArray(), o.Key, o.Value));
        return property.Kind switch
        {
            ValueKind.FuzzyDate => operators.All(o => Date((FuzzyDate?)value, o.Key, o.Value)),
            ValueKind.Quantity => operators.All(o => Figure((Quantity?)value, o.Key, o.Value)),
            _ => Scalar(value, operators),
        };
    }

    public static bool Scalar(object? value, Operators operators) => operators.All(o => Scalar(value, o.Key, o.Value));

    private static bool Scalar(object? value, string name, object? given)
    {
        switch (name)
        {
            case "and":
                return OracleArguments.List(given).All(item => Scalar(value, (Operators)item!));
            case "or":
                return OracleArguments.List(given).Any(item => Scalar(value, (Operators)item!));
            case "eq":
                return given is null ? value is null : value is not null && Compare(value, given) == 0;
            case "in":
                return value is not null && OracleArguments.List(given).Any(item => Compare(value, item!) == 0);
            case "contains":
                return ((string?)value)?.Contains((string)given!, StringComparison.Ordinal) ?? false;
            case "startsWith":
                return ((string?)value)?.StartsWith((string)given!, StringComparison.Ordinal) ?? false;
            case "endsWith":
                return ((string?)value)?.EndsWith((string)given!, StringComparison.Ordinal) ?? false;
            case "gt":
                return value is not null && Compare(value, given!) > 0;
            case "gte":
                return value is not null && Compare(value, given!) >= 0;
            case "lt":
                return value is not null && Compare(value, given!) < 0;
            case "lte":
                return value is not null && Compare(value, given!) <= 0;
            default:
                return !Scalar(value, name == "neq" ? "eq" : name[1..], given);
        }
    }

    private static int Compare(object value, object given) => value switch
    {
        // Of the enums only confidence has an order, and its members have no other meaning as texts.
        string text when Array.IndexOf(_confidence, text) is >= 0 and var level && Array.IndexOf(_confidence, (string)given) is >= 0 and var other => level - other,
        string text => OracleOrder.Texts.Compare(text, (string)given),
        bool truth => truth.CompareTo((bool)given),
        DateOnly day => day.CompareTo(Day(given)),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture).CompareTo((double)given),
    };

    private static bool List(string[] items, string name, object? given) => name switch
    {
        "any" => (bool)given! == (items.Length > 0),
        "some" => items.Any(item => Scalar(item, (Operators)given!)),
        "none" => !items.Any(item => Scalar(item, (Operators)given!)),
        "all" => items.All(item => Scalar(item, (Operators)given!)),
        _ => throw new System.Diagnostics.UnreachableException(name),
    };

    private static bool Date(FuzzyDate? date, string name, object? given)
    {
        if (name == "precision")
            return Scalar(date?.Precision.ToString().ToUpperInvariant(), (Operators)given!);
        if (name == "known")
            return (bool)given! == date is not null;
        if (name == "eq")
            return (string?)given == date?.Edtf;
        if (date is null)
            return false;
        // An open end lies before, or after, every day.
        var (earliest, latest) = (date.Earliest?.DayNumber ?? int.MinValue, date.Latest?.DayNumber ?? int.MaxValue);
        if (name is "before" or "after")
            return name == "before" ? latest < Day(given!).DayNumber : earliest > Day(given!).DayNumber;
        var from = End(given, "from") is { } start ? Day(start).DayNumber : int.MinValue;
        var to = End(given, "to") is { } end ? Day(end).DayNumber : int.MaxValue;
        return name == "within" ? from <= earliest && latest <= to : earliest <= to && from <= latest;
    }

    private static bool Figure(Quantity? quantity, string name, object? given)
    {
        switch (name)
        {
            case "unit":
                return Scalar(quantity?.Unit, (Operators)given!);
            case "bound":
                return Scalar(quantity?.Bound, (Operators)given!);
            case "contested":
                return Scalar(quantity?.Contested, (Operators)given!);
            case "known":
                return (bool)given! == quantity is not null;
        }
        if (quantity is null)
            return false;
        if (name == "atLeast")
            return quantity.Low >= (double)given!;
        if (name == "atMost")
            return quantity.High <= (double)given!;
        // A figure that is only "about 60,000" is a point; one that has no number at all meets nothing.
        if ((quantity.Low ?? quantity.High ?? quantity.Best) is null)
            return false;
        var isPoint = quantity.Low is null && quantity.High is null;
        var low = quantity.Low ?? (isPoint ? quantity.Best!.Value : double.NegativeInfinity);
        var high = quantity.High ?? (isPoint ? quantity.Best!.Value : double.PositiveInfinity);
        return low <= ((double?)End(given, "to") ?? double.PositiveInfinity) && high >= ((double?)End(given, "from") ?? double.NegativeInfinity);
    }

    private static object? End(object? range, string end) => ((Operators)range!).GetValueOrDefault(end);

    private static DateOnly Day(object given) => DateOnly.ParseExact((string)given, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
