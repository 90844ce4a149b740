using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Query.Search;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Benchmarks;

/// <summary>Fuzzy search: the whole way of a request over the shipped dataset, and the matcher alone over many names.</summary>
internal static class SearchBenchmark
{
    private const int MostNames = 500_000;
    private const int WarmUp = 300;

    private const string Query = "query($text: String!) { search(text: $text) { totalCount edges { score matched { field value how } node { id ... on Entity { name } ... on Event { name } } } } }";

    private static readonly string[] _shipped = ["Paek Yang San 1", "백양산", "Baekyangsan", "Восточный порт", "Vostachny", "9161003", "Kum Jin Gang 2", "OFAC", "Toplivo Bunkering", "Korean People's Army", "a"];

    /// <param name="latin">Names that stand there.</param>
    private static (string Kind, string Text)[] Many(string latin, string hangul, string cyrillic) =>
    [
        ($"\"{latin}\"", latin),
        ("the same with two slips", $"Zin{latin[3..]}"),
        ("the same without its number", latin[..latin.LastIndexOf(' ')]),
        ("the same with another number", latin + "9"),
        ($"\"{hangul}\"", hangul),
        ($"\"{cyrillic}\"", cyrillic),
        ("half a word", "Synth"),
        ("one letter", "s"),
        ("what nothing is called", "Toplivo Bunkering"),
        ("two hundred letters", string.Concat(Enumerable.Repeat("synthetic ", 20))),
    ];

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Times each text is searched for after the warm-up.", DefaultValueFactory = _ => 100 };
        var dataset = new Option<string?>("--dataset") { HelpName = "DIR", Description = "A dataset, such as 'generate' writes, in whose first 500,000 names is searched too." };
        var command = new Command("search", "Fuzzy search for names, in this process.") { rounds, dataset };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new Table("search", "search", "ms");
            await ShippedAsync(table, parsed.GetValue(rounds), cancellationToken);
            if (parsed.GetValue(dataset) is { } folder)
                Many(table, folder, parsed.GetValue(rounds), cancellationToken);
            await table.ReportAsync(parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ShippedAsync(Table table, int rounds, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var store = EmbeddedStore.Load(Dataset.Read(application.Model));
        byte[][] bodies = [.. _shipped.Select(text => Encoding.UTF8.GetBytes(Workload.Body(Query, new { text })))];
        var first = await AskAsync(application.Executor, store, bodies[0], cancellationToken);
        for (var i = 0; i < WarmUp; i++)
            await AskAsync(application.Executor, store, bodies[i % bodies.Length], cancellationToken);
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            foreach (var body in bodies)
                times.Add(await AskAsync(application.Executor, store, body, cancellationToken));
        }
        table.Add(string.Create(CultureInfo.InvariantCulture, $"**the shipped dataset, {bodies.Length} texts, from request bytes to response bytes**"), new Samples(times).Print("F2"));
        table.Add("the first one of the process, which collects the names", first.ToString("F0", CultureInfo.InvariantCulture));
    }

    private static void Many(Table table, string folder, int rounds, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = new StepClock();
        var index = NamesOfDataset.Read(folder, MostNames, cancellationToken);
        var built = clock.Next();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        SearchRequest Request(string text) => new(text.Trim(), [], SearchMode.Fuzzy, 20, null, "");
        string Name(string start) => index.Find(Request(start), cancellationToken).Hits[^1].Name;
        foreach (var (kind, text) in Many(Name("Synthetic Chon"), Name("합성 산"), Name("Синтетик вел")))
        {
            var request = Request(text);
            var hits = 0;
            var times = new List<double>();
            for (var i = -10; i < rounds; i++)
            {
                clock.Next();
                hits = index.Find(request, cancellationToken).TotalCount;
                if (i >= 0)
                    times.Add(clock.Next().Elapsed);
            }
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{Bold(hits)}{index.NameCount:N0} names: {kind}{Bold(hits)} ({hits:N0} {(hits == 1 ? "hit" : "hits")})"), new Samples(times).Print("F1"));
        }
        table.Add(string.Create(CultureInfo.InvariantCulture, $"{index.NameCount:N0} names of {index.RecordCount:N0} records: read from files and indexed; {memory >> 20:N0} MiB"), built.Elapsed.ToString("F0", CultureInfo.InvariantCulture));
        GC.KeepAlive(index);
    }

    // What the promise is about: somebody is looked for, not a third of all there is.
    private static string Bold(int hits) => hits < 100_000 ? "**" : "";

    private static async Task<double> AskAsync(RequestExecutor executor, IGraphStore store, byte[] body, CancellationToken cancellationToken)
    {
        var clock = new StepClock();
        using var request = GraphQLRequest.Parse(body);
        using var writer = new JsonResponseWriter();
        await executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        var elapsed = clock.Next().Elapsed;
        return writer.Written.IndexOf("\"errors\":"u8) < 0
            ? elapsed
            : throw new BenchmarkException(ExitCode.WrongUsage, $"The search was answered with errors: {Encoding.UTF8.GetString(writer.Written)}");
    }
}
