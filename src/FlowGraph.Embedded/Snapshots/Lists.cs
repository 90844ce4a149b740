using FlowGraph.Embedded.Blocks;

namespace FlowGraph.Embedded.Snapshots;

/// <summary>A list of numbers for every row, in compressed sparse rows: the citations of a fact, the claims on a node.</summary>
internal sealed class Lists(Block<int> first, Block<int> items)
{
    public Lists(BlockReader file)
        : this(file.Next<int>(), file.Next<int>())
    {
    }

    public ReadOnlySpan<int> Of(int row) => items[first[row]..first[row + 1]];

    public void Save(BlockWriter file)
    {
        file.Add(first);
        file.Add(items);
    }

    /// <param name="pairs">Owner and item.</param>
    /// <param name="order">Of the items of one owner; null: the order in which they stand.</param>
    public static Lists Build(int rows, IReadOnlyList<(int Owner, int Item)> pairs, Comparison<int>? order = null)
    {
        var first = Block<int>.Create(rows + 1, out var places);
        foreach (var (owner, _) in pairs)
            places[owner + 1]++;
        for (var i = 0; i < rows; i++)
            places[i + 1] += places[i];
        var items = Block<int>.Create(pairs.Count, out var all);
        var next = places[..rows].ToArray();
        foreach (var (owner, item) in pairs)
            all[next[owner]++] = item;
        for (var i = 0; order is not null && i < rows; i++)
        {
            if (places[i + 1] - places[i] > 1)
                all[places[i]..places[i + 1]].Sort(order);
        }
        return new(first, items);
    }
}
