using System.Text.Json.Nodes;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.IntegrationTests.Answering;

/// <summary>Search where there are too many names to hold: the full-text indexes propose, the matcher decides.</summary>
[Collection("Neo4j")]
public sealed class SearchTests(Neo4jFixture neo4j)
{
    private const string Query = "query($t: String!, $m: SearchMode!) { search(text: $t, mode: $m, first: 1) { totalCount edges { score matched { field value how } node { id } } } }";

    [Fact]
    public async Task Every_name_and_key_is_proposed()
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var texts = served.Release.Nodes.Where(node => node.Type.Contract == Contract.Entity)
            .SelectMany(node => node.Type.Properties.Where(property => property.IsKey || property.Name is "id" or "name" or "aliases" or "formerNames" or "acronym").Select(property => node[property.Name]))
            .SelectMany(value => value is string text ? [text] : value is IEnumerable<string> list ? list : []).Distinct().ToList();
        var failures = new List<string>();
        foreach (var text in texts)
            await CompareAsync(served, text, "FOLDED", failures);

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Theory]
    [InlineData("백양산")]
    [InlineData("천마산")]
    [InlineData("Baekyangsan")]
    [InlineData("Baekyangsan 1")]
    [InlineData("PAEKYANGSAN-1")]
    [InlineData("Geumjingang 2")]
    [InlineData("Ангара")]
    [InlineData("Восточный порт")]
    [InlineData("Vostochni Port")]
    [InlineData("Владимир Путин")]
    [InlineData("ru")]
    [InlineData("IMO 9161003")]
    [InlineData("Toplivo Bunkering")]
    [InlineData("AND OR NOT")]
    [InlineData("*:* ~ [x TO y] \\ \"")]
    [InlineData("\ud83d\ude00")]
    public async Task What_is_spelt_in_another_way_is_proposed(string text)
    {
        using var served = await ServedRelease.ShippedAsync(neo4j);
        var failures = new List<string>();

        await CompareAsync(served, text, "FUZZY", failures);

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static async Task CompareAsync(ServedRelease served, string text, string mode, List<string> failures)
    {
        JsonObject variables = new() { ["t"] = text, ["m"] = mode };
        var (expected, found) = (Hits(await served.AskAsync(served.Embedded, Query, variables)), Hits(await served.AskAsync(served.Neo4jOfTooManyNames, Query, variables)));
        if (expected != found)
            failures.Add($"{text}: expected {expected}, found {found}");
    }

    /// <summary>The best hit; how many there are more is not promised.</summary>
    private static string Hits(string answer) => JsonNode.Parse(answer)!["data"]?["search"]!["edges"]!.ToJsonString() ?? answer;
}
