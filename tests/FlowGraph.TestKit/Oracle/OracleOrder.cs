using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Oracle;

/// <summary>Order by properties, missing values last in both directions, then by id, then by the edge's id.</summary>
internal sealed class OracleOrder(IReadOnlyList<(string Property, bool Descending)> terms) : IComparer<OracleRow>
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
        foreach (var (name, descending) in terms)
        {
            var (left, right) = (Key(x!.Node!, name), Key(y!.Node!, name));
            for (var i = 0; i < left.Length; i++)
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

    private static object?[] Key(NodeRecord node, string name) => (node[name], node.Type.Property(name)) switch
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
