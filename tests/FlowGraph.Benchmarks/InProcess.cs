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
    /// <summary>Milliseconds.</summary>
    /// <exception cref="BenchmarkException">The answer has errors.</exception>
    public async ValueTask<double> AskAsync(byte[] body, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = GraphQLRequest.Parse(body);
        using var writer = new JsonResponseWriter();
        await application.Executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return writer.Written.IndexOf("\"errors\":"u8) < 0
            ? elapsed.TotalMilliseconds
            : throw new BenchmarkException(ExitCode.WrongUsage, $"Found an answer with errors to {Encoding.UTF8.GetString(body)}: {Encoding.UTF8.GetString(writer.Written)}");
    }
}
