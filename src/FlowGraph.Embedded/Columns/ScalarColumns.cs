using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Columns;

/// <summary>Whole numbers, real numbers, Booleans and days: a value array and a set of missing rows.</summary>
internal abstract class NumberColumn<T> : Column
    where T : unmanaged, IComparable<T>
{
    private readonly Block<T> _values;
    private readonly Bits _missing;

    protected NumberColumn(IReadOnlyList<object?> values)
    {
        _values = Block<T>.Create(values.Count, out var all);
        _missing = Bits.Create(values.Count, out var missing);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is T value)
                all[i] = value;
            else
                Bits.Set(missing, i);
        }
    }

    protected NumberColumn(BlockReader file) => (_values, _missing) = (file.Next<T>(), new(file));

    public override void Save(BlockWriter file)
    {
        file.Add(_values);
        _missing.Save(file);
    }

    protected abstract void WriteValue(JsonResponseWriter writer, T value);

    protected abstract double Number(T value);

    public override bool IsMissing(int row) => _missing[row];

    public override bool TryWrite(JsonResponseWriter writer, int row)
    {
        if (_missing[row])
            return false;
        WriteValue(writer, _values[row]);
        return true;
    }

    public override object? Get(int row) => _missing[row] ? null : _values[row];

    public T Value(int row) => _values[row];

    public override SortValue Sort(int row, int part) => _missing[row] ? SortValue.Missing : SortValue.Of((double?)Number(_values[row]));

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Equal equal:
                var value = (T)equal.Value;
                return row => _values[row].CompareTo(value) == 0;
            case ValueTest.In set:
                var values = set.Values.Cast<T>().ToHashSet();
                return row => values.Contains(_values[row]);
            case ValueTest.Greater(var than, var orEqual):
                var low = (T)than;
                return row => _values[row].CompareTo(low) is var order && (order > 0 || (orEqual && order == 0));
            case ValueTest.Less(var than, var orEqual):
                var high = (T)than;
                return row => _values[row].CompareTo(high) is var order && (order < 0 || (orEqual && order == 0));
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}

internal sealed class IntColumn : NumberColumn<int>
{
    public IntColumn(IReadOnlyList<object?> values)
        : base(values)
    {
    }

    public IntColumn(BlockReader file)
        : base(file)
    {
    }

    protected override void WriteValue(JsonResponseWriter writer, int value) => writer.Number(value);

    protected override double Number(int value) => value;
}

internal sealed class FloatColumn : NumberColumn<double>
{
    public FloatColumn(IReadOnlyList<object?> values)
        : base(values)
    {
    }

    public FloatColumn(BlockReader file)
        : base(file)
    {
    }

    protected override void WriteValue(JsonResponseWriter writer, double value) => writer.Number(value);

    protected override double Number(double value) => value;
}

internal sealed class BooleanColumn : NumberColumn<bool>
{
    public BooleanColumn(IReadOnlyList<object?> values)
        : base(values)
    {
    }

    public BooleanColumn(BlockReader file)
        : base(file)
    {
    }

    protected override void WriteValue(JsonResponseWriter writer, bool value) => writer.Boolean(value);

    protected override double Number(bool value) => value ? 1 : 0;
}

internal sealed class DateColumn : NumberColumn<DateOnly>
{
    public DateColumn(IReadOnlyList<object?> values)
        : base(values)
    {
    }

    public DateColumn(BlockReader file)
        : base(file)
    {
    }

    protected override void WriteValue(JsonResponseWriter writer, DateOnly value) => writer.Date(value);

    protected override double Number(DateOnly value) => value.DayNumber;
}

/// <summary>Members of an enum by their place in the declaration; their JSON is written once.</summary>
internal sealed class EnumColumn : Column
{
    private const byte None = byte.MaxValue;

    private readonly EnumType _type;
    private readonly Block<byte> _values;
    private readonly byte[][] _json;

    public EnumColumn(EnumType type, IReadOnlyList<object?> values)
        : this(type, Block.Of(values, value => value is string name ? checked((byte)type.OrdinalOf(name)) : None))
    {
    }

    public EnumColumn(EnumType type, BlockReader file)
        : this(type, file.Next<byte>())
    {
    }

    private EnumColumn(EnumType type, Block<byte> values)
    {
        (_type, _values) = (type, values);
        _json = [.. type.Members.Select(member => JsonResponseWriter.Quoted(member.Name))];
    }

    public EnumType Type => _type;

    public override void Save(BlockWriter file) => file.Add(_values);

    public override bool IsMissing(int row) => _values[row] == None;

    public override bool TryWrite(JsonResponseWriter writer, int row)
    {
        if (_values[row] == None)
            return false;
        writer.Raw(_json[_values[row]]);
        return true;
    }

    public string? Name(int row) => _values[row] == None ? null : _type.Members[_values[row]].Name;

    public int Ordinal(int row) => _values[row];

    public override object? Get(int row) => Name(row);

    public override SortValue Sort(int row, int part) => _values[row] == None ? SortValue.Missing : SortValue.Of((double?)_values[row]);

    protected override Func<int, bool> CompileOwn(ValueTest test)
    {
        switch (test)
        {
            case ValueTest.Equal equal:
                var value = _type.OrdinalOf((string)equal.Value);
                return row => _values[row] == value;
            case ValueTest.In set:
                var wanted = new bool[byte.MaxValue + 1];
                foreach (var member in set.Values)
                    wanted[_type.OrdinalOf((string)member)] = true;
                return row => wanted[_values[row]];
            default:
                throw new System.Diagnostics.UnreachableException(test.ToString());
        }
    }
}
