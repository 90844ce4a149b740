using System.Diagnostics;
using System.Text;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Benchmarks;

/// <summary>Requests without HTTP: from request bytes to response bytes.</summary>
internal sealed class InProcess(Application application, IGraphStore store)
{
    // It is made when it is first asked for, which is no part of a request.
    private readonly RequestExecutor _executor = application.Executor;

    /// <summary>Milliseconds.</summary>
    /// <exception cref="BenchmarkException">The answer has errors.</exception>
    public async ValueTask<double> AskAsync(byte[] body, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = GraphQLRequest.Parse(body);
        using var writer = new JsonResponseWriter();
        await _executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return writer.Written.IndexOf("\"errors\":"u8) < 0
            ? elapsed.TotalMilliseconds
            : throw new BenchmarkException(ExitCode.WrongUsage, $"Found an answer with errors to {Encoding.UTF8.GetString(body)}: {Encoding.UTF8.GetString(writer.Written)}");
    }

    /// <summary>As <see cref="AskAsync"/>, with the processor time.</summary>
    public async Task<StepClock.Step> StepAsync(byte[] body, CancellationToken cancellationToken)
    {
        var clock = new StepClock();
        await AskAsync(body, cancellationToken);
        return clock.Next();
    }

    /// <returns>Milliseconds and processor milliseconds, as a table has them.</returns>
    public async Task<string[]> MeasureAsync(byte[] body, int warmUp, int rounds, CancellationToken cancellationToken)
    {
        for (var i = 0; i < warmUp; i++)
            await AskAsync(body, cancellationToken);
        var steps = new List<StepClock.Step>();
        for (var i = 0; i < rounds; i++)
            steps.Add(await StepAsync(body, cancellationToken));
        return [new Samples(steps.Select(step => step.Elapsed)).Print("F1"), new Samples(steps.Select(step => step.Processor)).Print("F1")];
    }
}
