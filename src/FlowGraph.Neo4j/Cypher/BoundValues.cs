using System.Collections.Immutable;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The values of a request by slot, and which of them were looked at.</summary>
internal sealed class BoundValues(object?[] values)
{
    private readonly List<(int Slot, object? Value)> _read = [];

    public object? this[int slot]
    {
        get
        {
            _read.Add((slot, values[slot]));
            return values[slot];
        }
    }

    public ImmutableArray<(int Slot, object? Value)> Read => [.. _read];

    /// <summary>Whether these are the same objects here: what no variable decides is bound once for all requests.</summary>
    public bool Has(ImmutableArray<(int Slot, object? Value)> read)
    {
        foreach (var (slot, value) in read)
        {
            if (!ReferenceEquals(values[slot], value))
                return false;
        }
        return true;
    }
}
