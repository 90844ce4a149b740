using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Search;

/// <summary>Search over the shipped dataset, as a client asks.</summary>
public sealed class DossierSearchTests
{
    private static readonly GraphRelease _release = TestApplication.Shared.Release;

    [Fact]
    public async Task Every_name_finds_its_own_record_first_among_those_of_its_type()
    {
        foreach (var node in Named())
        {
            var name = NameOf(node)!;
            var namesakes = Named().Where(other => other.Type == node.Type && NameOf(other) == name).Select(other => other.Id).Order(StringComparer.Ordinal).ToList();
            foreach (var mode in (string[])["EXACT", "FOLDED", "FUZZY"])
            {
                var found = await SearchAsync(name, mode, node.Type);

                Assert.Equal(namesakes, found.Take(namesakes.Count).Select(hit => hit.Id));
                Assert.All(found.Take(namesakes.Count), hit => Assert.Equal(95, hit.Score));
            }
        }
    }

    [Fact]
    public async Task Every_key_and_id_finds_its_record_first_in_every_mode()
    {
        foreach (var node in Named())
        {
            var keys = node.Type.Properties.Where(property => property.IsKey || property.Name is "id" or "key").Select(property => node[property.Name]).OfType<string>();
            foreach (var key in keys)
            {
                var mode = ((string[])["EXACT", "FOLDED", "FUZZY"])[key.Length % 3];
                var found = await SearchAsync(key.ToLowerInvariant(), mode, node.Type);

                Assert.Equal((node.Id, 100), (found[0].Id, found[0].Score));
            }
        }
    }

    [Theory]
    [InlineData("IMO 9161003", "vessel:lady-r")]
    [InlineData("9161003", "vessel:lady-r")]
    [InlineData("RU", "state:russia")]
    [InlineData("prk", "state:dprk")]
    [InlineData("Transmorflot", "org:mg-flot")]
    [InlineData("rusi", "org:rusi")]
    [InlineData("North Korea", "state:dprk")]
    public async Task Other_names_and_keys_are_names_too(string text, string id) => Assert.Equal(id, (await SearchAsync(text, "FUZZY"))[0].Id);

    [Fact]
    public async Task A_retracted_event_is_no_hit()
    {
        var shipment = _release.Nodes.First(node => node.Type.Name == "Shipment" && (string)node["status"]! == "ASSERTED");
        using var copy = DatasetCopy.Of((_, record) =>
        {
            if ((string?)record["id"] == shipment.Id)
                (record["status"], record["statusReason"]) = ("RETRACTED", "Withdrawn for this test.");
            return record;
        });
        var application = TestApplication.Over(copy.Folder);

        foreach (var text in (string[])[shipment.Id, (string)shipment["name"]!, (string)shipment["key"]!])
        {
            var answer = await application.ExecuteAsync("query($t: String!) { search(text: $t, first: 200) { nodes { id } } }", new() { ["t"] = text }, cancellationToken: TestContext.Current.CancellationToken);

            Assert.DoesNotContain(JsonNode.Parse(answer)!["data"]!["search"]!["nodes"]!.AsArray(), node => (string?)node!["id"] == shipment.Id);
        }
    }

    [Theory]
    [InlineData("a", "FOLDED")]
    [InlineData("Vostochny", "FUZZY")]
    [InlineData("Северная", "FUZZY")]
    public async Task Pages_hold_each_hit_once_in_one_order(string text, string mode)
    {
        var whole = await PageAsync(text, mode, 200, null);
        var ids = new List<string>();
        string? after = null;
        var more = true;
        while (more)
        {
            var page = await PageAsync(text, mode, 7, after);
            ids.AddRange(page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            after = (string?)page["pageInfo"]!["endCursor"];
            more = (bool)page["pageInfo"]!["hasNextPage"]!;
            Assert.Equal(ids.Count > 7, (bool)page["pageInfo"]!["hasPreviousPage"]!);
        }

        Assert.Equal(whole["nodes"]!.AsArray().Select(node => (string)node!["id"]!), ids.Take(200));
        Assert.Equal((int)whole["totalCount"]!, ids.Count);
        Assert.Distinct(ids);
    }

    private static IEnumerable<NodeRecord> Named() => _release.Nodes.Where(node => NameOf(node) is not null);

    private static string? NameOf(NodeRecord node) => node.Type.Contract == Contract.Record ? node["title"] as string : node["name"] as string;

    private static async Task<List<(string Id, int Score)>> SearchAsync(string text, string mode, NodeType? type = null)
    {
        var types = type is null ? "" : $", types: [{type.EnumName}]";
        var answer = await TestApplication.Shared.ExecuteAsync(
            $"query($t: String!) {{ search(text: $t, mode: {mode}{types}) {{ edges {{ score node {{ id }} }} }} }}", new() { ["t"] = text }, cancellationToken: TestContext.Current.CancellationToken);
        return [.. JsonNode.Parse(answer)!["data"]!["search"]!["edges"]!.AsArray().Select(edge => ((string)edge!["node"]!["id"]!, (int)edge["score"]!))];
    }

    private static async Task<JsonNode> PageAsync(string text, string mode, int first, string? after)
    {
        var answer = await TestApplication.Shared.ExecuteAsync(
            $"query($t: String!, $a: String) {{ search(text: $t, mode: {mode}, first: {first.ToString(CultureInfo.InvariantCulture)}, after: $a) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }}",
            new() { ["t"] = text, ["a"] = after }, cancellationToken: TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!["data"]!["search"]!;
    }
}
