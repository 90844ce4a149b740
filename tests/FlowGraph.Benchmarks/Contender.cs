namespace FlowGraph.Benchmarks;

/// <summary>A server that is driven.</summary>
/// <param name="Floor">It answers any request of a workload with as many bytes as FlowGraph, at <c>/{size}</c>.</param>
internal sealed record Contender(string Name, ChildServer Server, bool Floor = false)
{
    /// <param name="size">Bytes of an answer.</param>
    public Endpoint At(string size) => Server.Endpoint(Floor ? "/" + size : "/graphql");

    public Task<Drive> DriveAsync(Wrk wrk, string size, string bodies, int seconds, CancellationToken cancellationToken) => DriveAsync(wrk, At(size), bodies, seconds, cancellationToken);

    public async Task<Drive> DriveAsync(Wrk wrk, Endpoint endpoint, string? bodies, int seconds, CancellationToken cancellationToken)
    {
        var before = Server.ProcessorTime;
        var result = await wrk.RunAsync(endpoint, bodies, seconds, cancellationToken);
        var spent = Server.ProcessorTime - before;
        return new(result.PerSecond, spent.TotalMicroseconds / result.Requests, result.Median, result.P99);
    }
}

/// <summary>One run of wrk.</summary>
/// <param name="Processor">Microseconds of the server's processor time per request.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record Drive(double PerSecond, double Processor, double Median, double P99);
