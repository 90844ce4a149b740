namespace FlowGraph.Benchmarks;

/// <summary>Nothing was measured; the message says why and what to do.</summary>
internal sealed class BenchmarkException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>As FlowGraph's own program has them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int WrongUsage = 2;

    public const int ServiceMissing = 3;

    public const int Interrupted = 130;
}
