using System.Collections.Concurrent;

namespace FlowGraph.Query.Chains.Walking;

/// <summary>What searches write down, kept from one to the next: a large search would otherwise fill the large-object heap each time, and stop everybody to have it collected.</summary>
internal sealed class SearchMemory : IDisposable
{
    // What has grown beyond this is let go: to clear it takes longer than most searches.
    private const int GreatestKept = 1 << 16;

    private static readonly ConcurrentBag<SearchMemory> _free = [];
    private static readonly int _mostFree = 2 * Environment.ProcessorCount;

    private SearchMemory()
    {
    }

    public Dictionary<int, int> Numbers { get; } = [];

    public List<MetNode> Met { get; } = [];

    /// <summary>The steps from the nodes that were expanded, node by node.</summary>
    public List<WalkStep> Steps { get; } = [];

    public Dictionary<int, int> Ahead { get; } = [];

    public Dictionary<int, int> Back { get; } = [];

    public static SearchMemory Rent() => _free.TryTake(out var memory) ? memory : new();

    public void Clear()
    {
        Numbers.Clear();
        Met.Clear();
        Steps.Clear();
        Ahead.Clear();
        Back.Clear();
    }

    public void Dispose()
    {
        if (_free.Count < _mostFree && Math.Max(Numbers.Capacity, Math.Max(Ahead.Capacity, Back.Capacity)) <= GreatestKept && Steps.Capacity <= 4 * GreatestKept)
            _free.Add(this);
    }
}

/// <summary>A node that a search has met; its distances from the start and to the end.</summary>
internal struct MetNode
{
    /// <summary>The graph's number.</summary>
    public int Number;

    /// <summary>Where its steps begin, once it is expanded.</summary>
    public int First;

    public int Count;

    public byte Ahead;

    public byte Back;

    public bool IsExpanded;

    /// <summary>May it stand inside a chain? Null: not asked yet.</summary>
    public bool? IsInside;
}
