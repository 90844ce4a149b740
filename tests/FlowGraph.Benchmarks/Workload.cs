using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Benchmarks.Peers;
using FlowGraph.Model.Records;

namespace FlowGraph.Benchmarks;

/// <summary>Requests of one shape that are sent in turn.</summary>
/// <param name="Name">What tables call it: Q1, Q2, Q3.</param>
/// <param name="Bodies">The JSON of each request.</param>
internal sealed record Workload(string Name, string Title, ImmutableArray<string> Bodies)
{
    /// <summary>Vessels that are asked for in turn at most.</summary>
    private const int MostIds = 500;

    private const int ShipmentsOfVessel = 20;

    public const string VesselQuery = "query($id: ID!) { vessel(id: $id) { id name imo category yearBuilt } }";

    public const string ShipmentsQuery = """
        query($id: ID!) {
          vessel(id: $id) {
            id name
            shipments(first: 20) {
              nodes {
                id name form confidence
                loadedAt { id name }
                dischargedAt { id name }
                citations { id locator paraphrase stance source { id title publisher } }
              }
            }
          }
        }
        """;

    public const string PageQuery = "{ shipments(first: 200) { nodes { id name form commodity confidence includeInTotals } } }";

    public static Workload VesselById(GraphRelease release) => VesselById(release.Nodes.Where(node => node.Type.Name == "Vessel").Select(node => node.Id));

    /// <summary>The three operations that servers are compared by.</summary>
    /// <exception cref="BenchmarkException">The data has no vessel with enough shipments.</exception>
    public static ImmutableArray<Workload> Of(PeerData data)
    {
        var busy = data.Vessels.Where(vessel => vessel.Shipments.Length >= ShipmentsOfVessel).Select(vessel => vessel.Id).ToList();
        return busy.Count > 0
            ?
            [
                VesselById(data.Vessels.Select(vessel => vessel.Id)),
                new("Q2", "a vessel, 20 shipments, their ports, citations and sources", ById(ShipmentsQuery, busy)),
                new("Q3", "200 shipments, 6 fields", [Body(PageQuery)]),
            ]
            : throw new BenchmarkException(ExitCode.WrongUsage, $"Found no vessel with {ShipmentsOfVessel} shipments in the dataset, expected some; `generate` writes a dataset that has them.");
    }

    public static string Body(string query, object? variables = null) => JsonSerializer.Serialize(new { query, variables });

    private static Workload VesselById(IEnumerable<string> ids) => new("Q1", "one vessel by id, 5 fields", ById(VesselQuery, ids));

    private static ImmutableArray<string> ById(string query, IEnumerable<string> ids) => [.. ids.Take(MostIds).Select(id => Body(query, new { id }))];
}
