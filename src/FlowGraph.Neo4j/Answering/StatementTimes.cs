using System.Diagnostics.Metrics;

namespace FlowGraph.Neo4j.Answering;

/// <summary>How many statements requests have sent and how long they took, named as OpenTelemetry's conventions for databases have it.</summary>
internal static class StatementTimes
{
    private static readonly Meter _meter = new(StatementTexts.MeterName);
    private static readonly Histogram<double> _durations = _meter.CreateHistogram("db.client.operation.duration", "s", "Time from a statement to its answer, that of waiting for a place left out.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly KeyValuePair<string, object?> _system = new("db.system.name", "neo4j");

    public static void Answered(TimeSpan duration) => _durations.Record(duration.TotalSeconds, _system);

    public static void Failed(TimeSpan duration, string code) => _durations.Record(duration.TotalSeconds, _system, new KeyValuePair<string, object?>("error.type", code));
}
