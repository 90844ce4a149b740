using System.Buffers;

namespace FlowGraph.Query.Search;

/// <summary>The best that each name was found for, for one text.</summary>
internal readonly struct MatchSheet : IDisposable
{
    private const int LeastScore = 40;

    private readonly ushort[] _names;
    private readonly int _count;

    public MatchSheet(int count)
    {
        _names = ArrayPool<ushort>.Shared.Rent(count);
        _count = count;
        Names.Clear();
    }

    private Span<ushort> Names => _names.AsSpan(0, _count);

    public void Note(int name, int score, MatchHow how)
    {
        if (score < LeastScore)
            return;
        // Higher is better: more points, then the earlier way.
        var found = (ushort)(score << 4 | 15 - (int)how);
        if (found > _names[name])
            _names[name] = found;
    }

    /// <summary>The first name that was found, from this one on; -1 when there is none.</summary>
    public int Next(int name) => Names[name..].IndexOfAnyExcept((ushort)0) is >= 0 and var next ? name + next : -1;

    /// <summary>0 when it was not found.</summary>
    public int Score(int name) => _names[name] >> 4;

    public MatchHow How(int name) => (MatchHow)(15 - (_names[name] & 15));

    public void Dispose() => ArrayPool<ushort>.Shared.Return(_names);
}
