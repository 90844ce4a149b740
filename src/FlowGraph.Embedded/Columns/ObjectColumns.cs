using System.Collections.Immutable;
using FlowGraph.Model.Values;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>Lists of texts or of enum members.</summary>
internal sealed class ListColumn : Column
{
    private readonly ImmutableArray<string>[] _values;

    public ListColumn(IReadOnlyList<object?> values) =>
        _values = [.. values.Select(value => value is ImmutableArray<string> { IsDefault: false } list ? list : [])];

    public override bool IsMissing(int row) => false;

    public override bool TryWrite(JsonResponseWriter writer, int row)
    {
        writer.Byte((byte)'[');
        var first = true;
        foreach (var item in _values[row])
        {
            if (!first)
                writer.Byte((byte)',');
            first = false;
            writer.Text(item);
        }
        writer.Byte((byte)']');
        return true;
    }

    public override object? Get(int row) => _values[row];

    public override SortValue Sort(int row, int part) => throw new System.Diagnostics.UnreachableException("Lists are not sorted by.");

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Any:
                return row => !_values[row].IsEmpty;
            case ValueTest.Some some:
                return row => _values[row].Any(item => ValueTest.Satisfies(item, some.Element));
            case ValueTest.Every every:
                return row => _values[row].All(item => ValueTest.Satisfies(item, every.Element));
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}

/// <summary>Values of a record class, shared by all who read them.</summary>
internal abstract class ObjectColumn<T>(IReadOnlyList<object?> values) : Column
    where T : class
{
    private readonly T?[] _values = [.. values.Cast<T?>()];

    public T? Value(int row) => _values[row];

    public override bool IsMissing(int row) => _values[row] is null;

    public override bool TryWrite(JsonResponseWriter writer, int row) => throw new System.Diagnostics.UnreachableException("Written member by member.");

    public override object? Get(int row) => _values[row];
}

internal sealed class FuzzyDateColumn(IReadOnlyList<object?> values) : ObjectColumn<FuzzyDate>(values)
{
    public override SortValue Sort(int row, int part) =>
        Value(row) is { } date ? SortValue.Of(part == 0 ? date.Earliest : date.Latest) : SortValue.Missing;

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Edtf edtf:
                return row => Value(row)!.Edtf == edtf.Text;
            case ValueTest.Before before:
                return row => Value(row)!.Latest is { } latest && latest < before.Day;
            case ValueTest.After after:
                return row => Value(row)!.Earliest is { } earliest && earliest > after.Day;
            case ValueTest.Within(var from, var to):
                return row => (from is null || Value(row)!.Earliest >= from) && (to is null || Value(row)!.Latest <= to);
            case ValueTest.Overlaps(var from, var to):
                return row => !(Value(row)!.Latest < from) && !(Value(row)!.Earliest > to);
            case ValueTest.Precision precision:
                return TextTest.On(row => Value(row)?.Precision.ToString().ToUpperInvariant(), precision.Test);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}

internal sealed class QuantityColumn(IReadOnlyList<object?> values) : ObjectColumn<Quantity>(values)
{
    public override SortValue Sort(int row, int part) =>
        Value(row) is { } quantity ? SortValue.Of(quantity.Best ?? quantity.Low ?? quantity.High) : SortValue.Missing;

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.AtLeast least:
                return row => Value(row)!.Low >= least.Value;
            case ValueTest.AtMost most:
                return row => Value(row)!.High <= most.Value;
            case ValueTest.Possibly(var from, var to):
                return row => HasFigure(Value(row)!) && !((Value(row)!.High ?? OnlyBest(Value(row)!)) < from) && !((Value(row)!.Low ?? OnlyBest(Value(row)!)) > to);
            case ValueTest.UnitIs unit:
                return TextTest.On(row => Value(row)?.Unit, unit.Test);
            case ValueTest.BoundIs bound:
                return TextTest.On(row => Value(row)?.Bound, bound.Test);
            case ValueTest.ContestedIs contested:
                return TextTest.On(row => Value(row) is { } quantity ? quantity.Contested ? "true" : "false" : null, contested.Test);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }

    private static bool HasFigure(Quantity quantity) => quantity.Best is not null || quantity.Low is not null || quantity.High is not null;

    // A figure that is only "about 60,000" has no ends: it meets a range as the point that it names.
    private static double? OnlyBest(Quantity quantity) => quantity is { Low: null, High: null } ? quantity.Best : null;
}

/// <summary>Equality tests on a member of a value; null where the value is missing.</summary>
internal static class TextTest
{
    public static Func<int, bool> On(Func<int, string?> text, ValueTest test)
    {
        switch (test)
        {
            case ValueTest.And and:
                var all = and.Parts.Select(part => On(text, part)).ToArray();
                return row => Array.TrueForAll(all, part => part(row));
            case ValueTest.Or or:
                var some = or.Parts.Select(part => On(text, part)).ToArray();
                return row => Array.Exists(some, part => part(row));
            case ValueTest.Not not:
                var inner = On(text, not.Part);
                return row => !inner(row);
            case ValueTest.Missing:
                return row => text(row) is null;
            case ValueTest.Equal { Value: bool value }:
                return row => text(row) == (value ? "true" : "false");
            case ValueTest.Equal equal:
                return row => text(row) == (string)equal.Value;
            case ValueTest.In set:
                return row => text(row) is { } value && set.Values.Contains(value);
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}
