using System.Text.Json;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Answering;

/// <summary>A record that was asked for by its id.</summary>
internal readonly record struct FetchedRecord(RecordShape Shape, JsonElement List);

/// <summary>Records that replies name by id: those that are here, and those that a walk missed.</summary>
internal sealed class FetchedRecords
{
    private readonly Dictionary<(RecordPlan Plan, string Id), FetchedRecord?> _records = [];
    private readonly HashSet<(RecordPlan Plan, string Id)> _missed = [];

    /// <summary>Something was missed since the last <see cref="TakeMissed"/>.</summary>
    public bool HasMissed => _missed.Count > 0;

    /// <returns>False where it was not asked for yet; then it is noted. A record that is not in the store is here as null.</returns>
    public bool TryGet(RecordPlan plan, string id, out FetchedRecord? record)
    {
        if (_records.TryGetValue((plan, id), out record))
            return true;
        _missed.Add((plan, id));
        return false;
    }

    /// <summary>What walks missed since the last call. Whatever is not put here before the next walk is not in the store.</summary>
    public List<(RecordPlan Plan, string Id)> TakeMissed()
    {
        var missed = _missed.ToList();
        _missed.Clear();
        foreach (var key in missed)
            _records[key] = null;
        return missed;
    }

    public void Put(RecordPlan plan, string id, FetchedRecord record) => _records[(plan, id)] = record;
}
