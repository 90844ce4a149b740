using System.Collections.Immutable;
using System.Globalization;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Which numbers are whose: every record of a dataset has one of its own, whatever its type.</summary>
internal sealed class SyntheticNumbers
{
    private readonly Dictionary<RecordType, RecordRange> _ranges = new(ReferenceEqualityComparer.Instance);
    private readonly string _digits;

    public SyntheticNumbers(int nodes)
    {
        var counts = RecordTypes.All.ToDictionary(type => type, type => Math.Clamp((int)(nodes * type.Share / 100), 1, type.Most));
        // What rounding leaves over, or took too much of.
        counts[RecordTypes.Shipment] += nodes - counts.Values.Sum();
        var first = 1;
        foreach (var type in RecordTypes.All)
        {
            _ranges.Add(type, new(type, first, counts[type]));
            first += counts[type];
        }
        All = [.. RecordTypes.All.Select(type => _ranges[type])];
        // Numbers of one length: their order is that of the ids.
        _digits = $"D{nodes.ToString(CultureInfo.InvariantCulture).Length}";
    }

    public ImmutableArray<RecordRange> All { get; }

    public RecordRange this[RecordType type] => _ranges[type];

    /// <summary>An id without its prefix.</summary>
    public string Bare(int number) => "synthetic-" + Digits(number);

    public string Digits(int number) => number.ToString(_digits, CultureInfo.InvariantCulture);

    public string Id(RecordType type, int number) => $"{type.Prefix}:{Bare(number)}";

    /// <summary>A record of the type, the sooner the lower its number.</summary>
    public string Any(RecordType type, int skew, ref Dice dice)
    {
        var range = this[type];
        return Id(type, range.First + dice.Ranked(range.Count, skew));
    }
}
