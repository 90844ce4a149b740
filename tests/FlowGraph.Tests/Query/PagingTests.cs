using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Response;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>Following cursors from the first page to the last gives every record once, in every order.</summary>
public sealed class PagingTests
{
    private const int Seed = 17;

    private static readonly ApiSchema _api = TestApplication.Shared.Application.Api;

    private static readonly EmbeddedStore _odd = EmbeddedStore.Load(StressedRelease.Of(TestApplication.Shared.Release, Seed));

    public static TheoryData<bool> Releases => [false, true];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Pages_of_a_type_hold_each_node_once(bool odd)
    {
        var random = new Random(Seed);
        foreach (var type in _api.Model.NodeTypes.Where(type => type.Name is not ("Citation" or "Claim" or "Source")))
        {
            for (var i = 0; i < 4; i++)
                await AssertPagesAsync(odd, type.Name, page => $"{{ {type.Plural}{page} }}", "", random);
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Pages_of_links_hold_each_edge_once(bool odd)
    {
        var random = new Random(Seed);
        var release = odd ? StressedRelease.Of(TestApplication.Shared.Release, Seed) : TestApplication.Shared.Release;
        var busiest = release.Edges.Where(edge => edge.Id.Length > 0)
            .SelectMany(edge => new[] { (Id: edge.From, edge.Relationship, Direction: Direction.Out), (Id: edge.To, edge.Relationship, Direction: Direction.In) })
            .CountBy(link => link).OrderByDescending(link => link.Value).Select(link => link.Key).Take(40);
        foreach (var (id, relationship, direction) in busiest)
        {
            var type = _api.Model.NodeTypeOfId(id)!;
            var end = type.Ends.Single(end => end.Relationship == relationship && end.Direction == direction);
            if (end.IsList)
                await AssertPagesAsync(odd, end.Target.Name, page => $"{{ node(id: \"{id}\") {{ ... on {type.Name} {{ connection: {end.Name}{page} }} }} }}", "factId", random);
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Pages_of_facts_hold_each_node_and_edge_once(bool odd)
    {
        var random = new Random(Seed);
        for (var i = 0; i < 8; i++)
            await AssertPagesAsync(odd, "Fact", page => $"{{ facts(where: {{ type: {{ in: [LOADED_AT, BOUND_FOR, SHIPMENT, OCCURRENCE] }} }}, {page[1..]} }}", "", random);
        foreach (var (id, type) in ((string, string)[])[("port:vostochny-port", "Port"), ("exchange:oil-for-arms-and-troops", "Event"), ("vessel:angara", "Entity")])
            await AssertPagesAsync(odd, "Fact", page => $"{{ node(id: \"{id}\") {{ ... on {type} {{ connection: facts{page} }} }} }}", "", random);
    }

    /// <param name="sorted">What the rows are in the names of its inputs.</param>
    /// <param name="around">The operation around a connection's arguments and selection.</param>
    /// <param name="edgeField">What an edge has beside its node.</param>
    private static async Task AssertPagesAsync(bool odd, string sorted, Func<string, string> around, string edgeField, Random random)
    {
        var keys = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Key(sorted + "SortInput", random));
        var selection = $"totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ cursor node {{ id }} {edgeField} }}";
        var query = "query($first: Int, $after: String, $last: Int, $before: String) "
            + around($"(order: [{string.Join(", ", keys)}], first: $first, after: $after, last: $last, before: $before) {{ {selection} }}");
        var whole = await PageAsync(query, new() { ["first"] = 200 }, odd);

        foreach (var size in (int[])[1, 1 + random.Next(2, 9)])
        {
            Assert.True(whole.Rows.SequenceEqual(await WalkAsync(query, size, odd, whole.Total, forward: true)), $"Seed {Seed}, odd {odd}, pages of {size}: other rows than on one page\n{query}");
            Assert.True(whole.Rows.SequenceEqual(await WalkAsync(query, size, odd, whole.Total, forward: false)), $"Seed {Seed}, odd {odd}, pages of {size} from the end: other rows than on one page\n{query}");
        }
        Assert.Equal(whole.Rows.Count, whole.Rows.Distinct().Count());
    }

    private static string Key(string input, Random random)
    {
        var sort = (ApiInputObject)_api.Types[input];
        var field = sort.Fields[random.Next(sort.Fields.Length)];
        return $"{{ {field.Name}: {(_api.Types[field.Type.Name] is ApiInputObject ? Key(field.Type.Name, random) : random.Next(2) == 0 ? "ASC" : "DESC")} }}";
    }

    /// <summary>All rows in their order, page by page, from the start or from the end.</summary>
    private static async Task<List<string>> WalkAsync(string query, int size, bool odd, int total, bool forward)
    {
        var rows = new List<string>();
        string? cursor = null;
        while (true)
        {
            var page = await PageAsync(query, forward ? new() { ["first"] = size, ["after"] = cursor } : new() { ["last"] = size, ["before"] = cursor }, odd);
            string Report(string what) => $"Seed {Seed}, odd {odd}, pages of {size} {(forward ? "forward" : "backward")} after {rows.Count} rows: {what}\n{query}";
            Assert.True(page.Total == total, Report("the total changed"));
            var (ahead, behind) = forward ? (page.HasNext, page.HasPrevious) : (page.HasPrevious, page.HasNext);
            Assert.True(behind == cursor is not null, Report("what lies behind is wrong"));
            Assert.True(page.StartCursor == page.Cursors.FirstOrDefault() && page.EndCursor == page.Cursors.LastOrDefault(), Report("the ends are not the rows' cursors"));
            rows.InsertRange(forward ? rows.Count : 0, page.Rows);
            Assert.True(ahead == (rows.Count < total), Report("what lies ahead is wrong"));
            if (!ahead)
                return rows;
            cursor = forward ? page.EndCursor : page.StartCursor;
        }
    }

    private static async Task<PageRead> PageAsync(string query, JsonObject variables, bool odd)
    {
        using var request = TestApplication.Request(query, variables);
        using var writer = new JsonResponseWriter();
        await TestApplication.Shared.Application.Executor.ExecuteAsync(request, odd ? _odd : TestApplication.Shared.Store, "", writer, TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(writer.WrittenMemory);
        Assert.False(answer.RootElement.TryGetProperty("errors", out _), Encoding.UTF8.GetString(writer.Written));
        var connection = answer.RootElement.GetProperty("data").EnumerateObject().Single().Value;
        if (connection.TryGetProperty("connection", out var inner))
            connection = inner;
        var info = connection.GetProperty("pageInfo");
        var edges = connection.GetProperty("edges").EnumerateArray().ToList();
        return new(
            connection.GetProperty("totalCount").GetInt32(),
            [.. edges.Select(edge => edge.GetProperty("node").GetProperty("id").GetString() + (edge.TryGetProperty("factId", out var fact) ? " " + fact.GetString() : ""))],
            [.. edges.Select(edge => edge.GetProperty("cursor").GetString()!)],
            info.GetProperty("hasNextPage").GetBoolean(),
            info.GetProperty("hasPreviousPage").GetBoolean(),
            info.GetProperty("startCursor").GetString(),
            info.GetProperty("endCursor").GetString());
    }

    private sealed record PageRead(int Total, List<string> Rows, List<string> Cursors, bool HasNext, bool HasPrevious, string? StartCursor, string? EndCursor);
}
