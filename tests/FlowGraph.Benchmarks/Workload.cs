using System.Collections.Immutable;
using System.Text.Json;
using FlowGraph.Model.Records;

namespace FlowGraph.Benchmarks;

/// <summary>Requests of one shape that are sent in turn.</summary>
/// <param name="Bodies">The JSON of each request.</param>
internal sealed record Workload(string Title, ImmutableArray<string> Bodies)
{
    private const string Vessel = "query($id: ID!) { vessel(id: $id) { id name imo category yearBuilt } }";

    private const string Sources = "{ sources(first: 200) { totalCount nodes { id title publisher url category publishedAt { edtf } } pageInfo { hasNextPage endCursor } } }";

    private const string Supports = """
        query($id: ID!) {
          source(id: $id) {
            title
            supports(first: 200) { totalCount edges { node { id kind confidence } citations { locator paraphrase stance } } }
          }
        }
        """;

    public static Workload VesselById(GraphRelease release) => new(
        "one vessel by id, 5 fields",
        [.. release.Nodes.Where(node => node.Type.Name == "Vessel").Select(node => Body(Vessel, new { id = node.Id }))]);

    public static Workload PageOfSources { get; } = new("a page of 200 sources, 6 fields", [Body(Sources)]);

    public static Workload SupportsOfSource { get; } = new("what one source supports, with citations", [Body(Supports, new { id = "source:voz-2024-11-22" })]);

    public static string Body(string query, object? variables = null) => JsonSerializer.Serialize(new { query, variables });
}
