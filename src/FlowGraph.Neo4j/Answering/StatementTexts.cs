using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FlowGraph.Model.Values;

namespace FlowGraph.Neo4j.Answering;

/// <summary>How many distinct texts the database was asked with: each costs it a compilation, and it keeps about a thousand of them.</summary>
public static class StatementTexts
{
    public const string MeterName = "FlowGraph.Neo4j";

    // Whoever asks for more than this has other worries than the exact number.
    private const int MostRemembered = 100_000;

    private static readonly Meter _meter = new(MeterName);
    private static readonly Counter<long> _texts = _meter.CreateCounter<long>("flowgraph.neo4j.statement.texts", "{text}", "Distinct statement texts sent to Neo4j.");
    private static readonly ConcurrentDictionary<UInt128, bool> _seen = new();

    internal static void Count(string text)
    {
        // Counting a concurrent dictionary locks all of it, so only a text that is new is worth it.
        var hash = TextHash.Of(text);
        if (!_seen.ContainsKey(hash) && _seen.Count < MostRemembered && _seen.TryAdd(hash, true))
            _texts.Add(1);
    }
}
