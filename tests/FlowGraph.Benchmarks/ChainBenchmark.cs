using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Server;

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
        var stores = new NamedStores();
        stores.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var application = Application.Shipped();
            var release = Dataset.Read(application.Model);
            var body = Encoding.UTF8.GetBytes(Workload.Body(Query, new { from = "port:vostochny-port", to = "area:kursk-oblast" }));
            var count = parsed.GetValue(rounds);
            var table = new Table("chain", "chains from port:vostochny-port to area:kursk-oblast, with hops, citations and narrative", "ms", "processor ms");
            var embedded = new InProcess(application, EmbeddedStore.Load(release));
            var first = await embedded.StepAsync(body, cancellationToken);
            table.Add(["**warm**", .. await embedded.MeasureAsync(body, WarmUp, count, cancellationToken)]);
            table.Add("the very first request of the process", Number(first.Elapsed), Number(first.Processor));
            await stores.EachAsync(parsed, release.Model, release.Info, async (title, store) =>
                table.Add([$"warm, {title}", .. await new InProcess(application, store).MeasureAsync(body, WarmUp, count, cancellationToken)]), cancellationToken);
            await table.ReportAsync(parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Number(double milliseconds) => milliseconds.ToString("F0", CultureInfo.InvariantCulture);
}
