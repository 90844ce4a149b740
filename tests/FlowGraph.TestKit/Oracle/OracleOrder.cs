using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Order by keys, missing values last in both directions, then by id, then by the edge's id.</summary>
/// <param name="terms">Each gives the components of its key.</param>
internal sealed class OracleOrder(IReadOnlyList<(Func<OracleRow, object?[]> Key, bool Descending)> terms) : IComparer<OracleRow>
{
    /// <summary>By code point.</summary>
    public static IComparer<string> Texts { get; } = Comparer<string>.Create((x, y) =>
    {
        var (left, right) = (x.EnumerateRunes().ToList(), y.EnumerateRunes().ToList());
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (left[i] != right[i])
                return left[i].Value.CompareTo(right[i].Value);
        }
        return left.Count.CompareTo(right.Count);
    });

    public IComparer<NodeRecord> Nodes => Comparer<NodeRecord>.Create((x, y) => Compare(new(x, null), new(y, null)));

    public int Compare(OracleRow? x, OracleRow? y)
    {
        foreach (var (key, descending) in terms)
        {
            var (left, right) = (key(x!), key(y!));
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            {
                if (left[i] is null || right[i] is null)
                {
                    if (left[i] is null != right[i] is null)
                        return left[i] is null ? 1 : -1;
                    continue;
                }
                var order = left[i] is string text ? Texts.Compare(text, (string)right[i]!) : ((double)left[i]!).CompareTo((double)right[i]!);
                if (order != 0)
                    return descending ? -order : order;
            }
        }
        var byId = Texts.Compare(x!.Place.Id, y!.Place.Id);
        return byId != 0 ? byId : Texts.Compare(x.Place.Tie, y.Place.Tie);
    }

    /// <summary>Of the row's node; of the edge, where that is the row.</summary>
    public static Func<OracleRow, object?[]> By(string property) =>
        row => row.Node is { } node ? Key(node[property], node.Type.Property(property)) : Key(row.Edge![property], row.Edge.Relationship.Edge.Property(property));

    private static object?[] Key(object? value, PropertyDefinition? definition) => (value, definition) switch
    {
        (null, { Kind: ValueKind.FuzzyDate }) => [null, null],
        (null, _) => [null],
        (FuzzyDate date, _) => [(double?)date.Earliest?.DayNumber, (double?)date.Latest?.DayNumber],
        (Quantity quantity, _) => [quantity.Best ?? quantity.Low ?? quantity.High],
        (string member, { Enum: { } type }) => [(double)type.OrdinalOf(member)],
        (string text, _) => [text],
        (int number, _) => [(double)number],
        (bool truth, _) => [truth ? 1.0 : 0.0],
        (DateOnly day, _) => [(double)day.DayNumber],
        (var number, _) => [(double)number],
    };
}
