using System.CommandLine;
using System.Globalization;
using System.Text;
using FlowGraph.Embedded;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Plan;
using FlowGraph.Server;

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
        var stores = new NamedStores();
        var command = new Command("neighborhood", "What is around the node with the most edges, in this process.") { rounds, dataset };
        stores.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var application = Application.Shipped();
            var release = DatasetImport.Read(parsed.GetValue(dataset)!, application.Model, cancellationToken).Release ?? throw new BenchmarkException(ExitCode.WrongUsage, "The dataset has faults: see `flowgraph validate`.");
            var (id, edges) = Busiest(release);
            var body = Encoding.UTF8.GetBytes(Workload.Body(Query, new { id }));
            var table = new Table("neighborhood", string.Create(CultureInfo.InvariantCulture, $"neighborhood of {id}, which has {edges:N0} edges: ten links of each type and direction, with citations"), "ms", "processor ms");
            var count = parsed.GetValue(rounds);
            async Task MeasureAsync(string title, IGraphStore store) =>
                table.Add([title, .. await new InProcess(application, store).MeasureAsync(body, Math.Min(WarmUp, count), count, cancellationToken)]);
            await MeasureAsync("embedded", EmbeddedStore.Load(release));
            await stores.EachAsync(parsed, release.Model, release.Info, MeasureAsync, cancellationToken);
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
}
