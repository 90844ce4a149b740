using FlowGraph.Embedded.Blocks;
using FlowGraph.Model.Values;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;

namespace FlowGraph.Embedded.Columns;

internal sealed class FuzzyDateColumn : ObjectColumn<FuzzyDate>
{
    // An end that is open.
    private const int Open = -1;

    private readonly TextColumn _edtf;
    private readonly Block<int> _earliest;
    private readonly Block<int> _latest;
    private readonly Block<byte> _precision;

    public FuzzyDateColumn(IReadOnlyList<object?> values)
        : base(values, EqualityComparer<FuzzyDate>.Default, out var different)
    {
        _edtf = new([.. different.Select(date => date.Edtf)]);
        _earliest = Block.Of(different, date => date.Earliest?.DayNumber ?? Open);
        _latest = Block.Of(different, date => date.Latest?.DayNumber ?? Open);
        _precision = Block.Of(different, date => (byte)date.Precision);
    }

    public FuzzyDateColumn(BlockReader file)
        : base(file) => (_edtf, _earliest, _latest, _precision) = (new(file), file.Next<int>(), file.Next<int>(), file.Next<byte>());

    public override void Save(BlockWriter file)
    {
        base.Save(file);
        _edtf.Save(file);
        file.Add(_earliest);
        file.Add(_latest);
        file.Add(_precision);
    }

    protected override FuzzyDate Make(int which) => new(_edtf.Text(which)!, Day(_earliest[which]), Day(_latest[which]), (DatePrecision)_precision[which]); // every date has a text

    private static DateOnly? Day(int number) => number == Open ? null : DateOnly.FromDayNumber(number);

    public override SortValue Sort(int row, int part) =>
        Which(row) is >= 0 and var which ? SortValue.Of(Day((part == 0 ? _earliest : _latest)[which])) : SortValue.Missing;

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
