using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Benchmarks;

/// <summary>What is around the node with the most edges, from request bytes to response bytes, on either store.</summary>
internal static class NeighborhoodBenchmark
{
    private const int WarmUp = 100;

    private const string Query = """
        query($id: ID!) {
          neighborhood(id: $id, perType: 10) {
            center { id }
            totalCount
            text
            groups {
              type direction totalCount
              links { factId kind confidence when { edtf } citations { locator paraphrase source { title publisher } } node { id ... on Entity { name } ... on Event { name } } }
            }
          }
        }
        """;

    public static Command Command(Option<bool> write)
    {
        var rounds = new Option<int>("--rounds") { Description = "Times the question is asked after the warm-up.", DefaultValueFactory = _ => 200 };
        var dataset = new Option<string>("--dataset") { Description = "Folder of the dataset.", DefaultValueFactory = _ => Repository.Dataset };
        var url = new Option<string?>("--url") { Description = "HTTP or Bolt address of a Neo4j that holds the same release, to ask that too." };
        var user = new Option<string>("--user") { Description = "User of the server.", DefaultValueFactory = _ => "neo4j" };
        var password = new Option<string?>("--password-file") { Description = "File with the password." };
        var command = new Command("neighborhood", "What is around the node with the most edges, in this process.") { rounds, dataset, url, user, password };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var application = Application.Shipped();
            var release = DatasetImport.Read(parsed.GetValue(dataset)!, application.Model, cancellationToken).Release ?? throw new BenchmarkException(ExitCode.WrongUsage, "The dataset has faults: see `flowgraph validate`.");
            var (id, edges) = Busiest(release);
            var body = Encoding.UTF8.GetBytes(Workload.Body(Query, new { id }));
            var table = new Table("neighborhood", string.Create(CultureInfo.InvariantCulture, $"neighborhood of {id}, which has {edges:N0} edges: ten links of each type and direction, with citations"), "ms", "processor ms");
            var (count, shared) = (parsed.GetValue(rounds), application.Executor);
            table.Add(["embedded", .. await MeasureAsync(shared, EmbeddedStore.Load(release), body, count, cancellationToken)]);
            if (parsed.GetValue(url) is { } address)
            {
                var secret = parsed.GetValue(password) is { } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
                using var client = Neo4jClients.Open(new(new Uri(address), "neo4j", parsed.GetValue(user)!, secret), TimeProvider.System);
                using var circuit = new StoreCircuit(TimeSpan.FromSeconds(10), TimeProvider.System);
                table.Add(["Neo4j", .. await MeasureAsync(shared, new Neo4jStore(client, release.Model, release.Info, circuit), body, count, cancellationToken)]);
            }
            await table.ReportAsync(parsed.GetValue(write), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static (string Id, int Edges) Busiest(GraphRelease release)
    {
        var facts = release.Edges.Where(edge => edge.Relationship.Edge.Class != EdgeClass.Structural);
        var busiest = facts.SelectMany(edge => new[] { edge.From, edge.To }).CountBy(id => id).MaxBy(pair => pair.Value);
        return (busiest.Key, busiest.Value);
    }

    private static async Task<string[]> MeasureAsync(RequestExecutor executor, IGraphStore store, byte[] body, int rounds, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Math.Min(WarmUp, rounds); i++)
            await AskAsync(executor, store, body, cancellationToken);
        var times = new List<StepClock.Step>();
        for (var i = 0; i < rounds; i++)
            times.Add(await AskAsync(executor, store, body, cancellationToken));
        return [new Samples(times.Select(time => time.Elapsed)).Print("F1"), new Samples(times.Select(time => time.Processor)).Print("F1")];
    }

    private static async Task<StepClock.Step> AskAsync(RequestExecutor executor, IGraphStore store, byte[] body, CancellationToken cancellationToken)
    {
        var clock = new StepClock();
        using var request = GraphQLRequest.Parse(body);
        using var writer = new JsonResponseWriter();
        await executor.ExecuteAsync(request, store, "", writer, cancellationToken);
        var elapsed = clock.Next();
        return writer.Written.IndexOf("\"errors\":"u8) < 0
            ? elapsed
            : throw new BenchmarkException(ExitCode.WrongUsage, $"The neighborhood was answered with errors: {Encoding.UTF8.GetString(writer.Written)}");
    }
}
