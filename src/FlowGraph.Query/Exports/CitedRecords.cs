using FlowGraph.Query.Chains;

namespace FlowGraph.Query.Exports;

/// <summary>What <c>cite</c> prints, by id: what is here, and what a walk missed. A walk that missed anything is done again when it is here.</summary>
public sealed class CitedRecords
{
    private readonly Dictionary<string, RecordPrint?> _prints = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missed = new(StringComparer.Ordinal);

    public bool HasMissed => _missed.Count > 0;

    /// <returns>False where it was not read yet; then it is noted. What is not in the store is here as null.</returns>
    internal bool TryGet(string id, out RecordPrint? print)
    {
        if (_prints.TryGetValue(id, out print))
            return true;
        _missed.Add(id);
        print = null;
        return false;
    }

    /// <summary>Reads what walks missed, all of it at once.</summary>
    public async ValueTask ReadAsync(IChainStore store, CancellationToken cancellationToken)
    {
        var found = await RecordGathering.CitedAsync(store, _missed, cancellationToken);
        foreach (var id in _missed)
            _prints[id] = found.GetValueOrDefault(id);
        _missed.Clear();
    }
}
