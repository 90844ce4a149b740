using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Exports;

/// <summary>What <c>cite</c> prints, by id: what is here, and what a walk missed. A walk that missed anything is done again when it is here.</summary>
public sealed class CitedRecords
{
    // Most requests cite nothing.
    private Dictionary<string, RecordPrint?>? _prints;
    private HashSet<string>? _missed;

    public bool HasMissed => _missed is { Count: > 0 };

    /// <returns>False where it was not read yet; then it is noted. What is not in the store is here as null.</returns>
    internal bool TryGet(string id, out RecordPrint? print)
    {
        if (_prints is not null && _prints.TryGetValue(id, out print))
            return true;
        (_missed ??= new(StringComparer.Ordinal)).Add(id);
        print = null;
        return false;
    }

    /// <summary>Reads what walks missed, all of it at once.</summary>
    public async ValueTask ReadAsync(IChainStore store, CancellationToken cancellationToken)
    {
        if (_missed is not { Count: > 0 } missed)
            return;
        var found = await RecordGathering.CitedAsync(store, missed, cancellationToken);
        _prints ??= new(StringComparer.Ordinal);
        foreach (var id in missed)
            _prints[id] = found.GetValueOrDefault(id);
        missed.Clear();
    }
}
