using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Benchmarks;

/// <summary>The flagship question, from request bytes to response bytes.</summary>
internal static class ChainBenchmark
{
    private const int WarmUp = 200;

    private const string Query = """
        query($from: ID!, $to: ID!) {
          chains(from: $from, to: $to) {
            chains {
              id
              why
              hops { index from { id } to { id } fact { kind confidence citations { locator paraphrase source { title publisher url } } } }
              narrative
            }
            none
          }
        }
        """;

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Times the question is asked after the warm-up.", DefaultValueFactory = _ => 200 };
        var command = new Command("chain", "Chains from Vostochny Port to Kursk Oblast with default arguments, in this process.") { rounds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(rounds), parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(int rounds, bool write, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var store = EmbeddedStore.Load(Dataset.Read(application.Model));
        var body = Encoding.UTF8.GetBytes(Workload.Body(Query, new { from = "port:vostochny-port", to = "area:kursk-oblast" }));
        var first = await AskAsync(application.Executor, store, body, cancellationToken);
        for (var i = 0; i < WarmUp; i++)
            await AskAsync(application.Executor, store, body, cancellationToken);
        var times = new List<StepClock.Step>();
        for (var i = 0; i < rounds; i++)
            times.Add(await AskAsync(application.Executor, store, body, cancellationToken));
        var table = new Table("chain", "chains from port:vostochny-port to area:kursk-oblast, with hops, citations and narrative", "ms", "processor ms");
        table.Add("**warm**", new Samples(times.Select(time => time.Elapsed)).Print("F1"), new Samples(times.Select(time => time.Processor)).Print("F1"));
        table.Add("the very first request of the process", Number(first.Elapsed), Number(first.Processor));
        await table.ReportAsync(write, cancellationToken);
    }

    private static string Number(double milliseconds) => milliseconds.ToString("F0", CultureInfo.InvariantCulture);

    private static async Task<StepClock.Step> AskAsync(RequestExecutor executor, IGraphStore store, byte[] body, CancellationToken cancellationToken)
    {
        var clock = new StepClock();
        using var request = GraphQLRequest.Parse(body);
        using var writer = new JsonResponseWriter();
        await executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        var elapsed = clock.Next();
        return writer.Written.IndexOf("\"errors\":"u8) < 0
            ? elapsed
            : throw new BenchmarkException(ExitCode.WrongUsage, $"The chains were answered with errors: {Encoding.UTF8.GetString(writer.Written)}");
    }
}
