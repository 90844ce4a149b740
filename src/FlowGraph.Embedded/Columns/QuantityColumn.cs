using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Values;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Columns;

internal sealed class QuantityColumn : ObjectColumn<Quantity>
{
    // Zero and minus zero are equal and are written differently.
    private static readonly IEqualityComparer<Quantity> _comparer = EqualityComparer<Quantity>.Create(
        (x, y) => x == y && Same(x?.Best, y?.Best) && Same(x?.Low, y?.Low) && Same(x?.High, y?.High), quantity => quantity.GetHashCode());

    // A figure that is not there is no number.
    private readonly Block<double> _best;
    private readonly Block<double> _low;
    private readonly Block<double> _high;
    private readonly WordColumn _unit;
    private readonly WordColumn _bound;
    private readonly TextColumn _text;
    private readonly Bits _contested;

    public QuantityColumn(IReadOnlyList<object?> values)
        : base(values, _comparer, out var different)
    {
        _best = Block.Of(different, quantity => quantity.Best ?? double.NaN);
        _low = Block.Of(different, quantity => quantity.Low ?? double.NaN);
        _high = Block.Of(different, quantity => quantity.High ?? double.NaN);
        _unit = new([.. different.Select(quantity => quantity.Unit)]);
        _bound = new([.. different.Select(quantity => quantity.Bound)]);
        _text = new([.. different.Select(quantity => quantity.Text)]);
        _contested = Bits.Create(different.Count, out var contested);
        for (var i = 0; i < different.Count; i++)
        {
            if (different[i].Contested)
                Bits.Set(contested, i);
        }
    }

    public QuantityColumn(BlockReader file)
        : base(file)
    {
        (_best, _low, _high) = (file.Next<double>(), file.Next<double>(), file.Next<double>());
        (_unit, _bound, _text, _contested) = (new(file), new(file), new(file), new(file));
    }

    public override void Save(BlockWriter file)
    {
        base.Save(file);
        file.Add(_best);
        file.Add(_low);
        file.Add(_high);
        _unit.Save(file);
        _bound.Save(file);
        _text.Save(file);
        _contested.Save(file);
    }

    protected override Quantity Make(int which) =>
        new(Figure(_best[which]), Figure(_low[which]), Figure(_high[which]), _unit[which], _bound[which], _text.Text(which), _contested[which]);

    private static double? Figure(double value) => double.IsNaN(value) ? null : value;

    private static bool Same(double? x, double? y) =>
        BitConverter.DoubleToInt64Bits(x.GetValueOrDefault()) == BitConverter.DoubleToInt64Bits(y.GetValueOrDefault());

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
