using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Search;

/// <summary>Whatever is typed has an answer or a coded refusal.</summary>
public sealed class SearchInputTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Query = "query($t: String!, $a: String, $m: SearchMode! = FUZZY) { search(text: $t, after: $a, mode: $m) { totalCount edges { cursor node { id } } } }";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData("\u200f\u200e")]
    [InlineData("\u0000")]
    [InlineData("\u00a0\u3000")]
    public async Task Refuses_a_text_in_which_nothing_is_visible(string text)
    {
        var response = await server.PostAsync(Query, new() { ["t"] = text });

        Assert.Equal((400, "BAD_USER_INPUT"), (response.Status, response.Code));
        Assert.Contains("search(text)", response.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_text_of_ten_thousand_characters_by_its_length()
    {
        var response = await server.PostAsync(Query, new() { ["t"] = new string('\u00e9', 10_000) });

        Assert.Equal((400, "LIMIT_TEXT"), (response.Status, response.Code));
        Assert.Equal((10_000, 200), ((int)response.Extensions!["found"]!, (int)response.Extensions["allowed"]!));
    }

    [Theory]
    [InlineData("?!…")]
    [InlineData("\ud83d\ude00")]
    [InlineData("\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67")]
    [InlineData("\\")]
    [InlineData("*:* OR ~1 [a TO b]")]
    [InlineData("' OR 1=1 //")]
    [InlineData("\u0301")]
    public async Task Answers_signs_with_nothing(string text)
    {
        foreach (var mode in (string[])["EXACT", "FOLDED", "FUZZY"])
        {
            var response = await server.PostAsync(Query, new() { ["t"] = text, ["m"] = mode });

            Assert.Equal((200, null), (response.Status, response.Code));
            Assert.Equal(0, (int)JsonNode.Parse(response.Text)!["data"]!["search"]!["totalCount"]!);
        }
    }

    [Theory]
    [InlineData("\u202eAngara\u202c", "vessel:angara")]
    [InlineData("Angara\u0007", "vessel:angara")]
    [InlineData("백양산", "vessel:paek-yang-san-1")]
    [InlineData("\u1107\u1162\u11a8\u110b\u1163\u11bc\u1109\u1161\u11ab", "vessel:paek-yang-san-1")]
    public async Task Looks_through_signs_and_forms(string text, string id)
    {
        var response = await server.PostAsync(Query, new() { ["t"] = text });

        Assert.Equal(id, (string?)JsonNode.Parse(response.Text)!["data"]!["search"]!["edges"]![0]!["node"]!["id"]);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public async Task Half_a_surrogate_pair_is_refused_or_finds_nothing(string literal)
    {
        var response = await server.PostAsync($"{{ search(text: {literal}) {{ totalCount }} }}");

        Assert.True(response is { Status: 400, Code: not null } || response is { Status: 200, Code: null }, response.Text);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_text_and_mode_alone()
    {
        var first = await server.PostAsync(Query, new() { ["t"] = "Vostochny" });
        var cursor = (string)JsonNode.Parse(first.Text)!["data"]!["search"]!["edges"]![0]!["cursor"]!;

        var same = await server.PostAsync(Query, new() { ["t"] = "Vostochny", ["a"] = cursor });
        var otherText = await server.PostAsync(Query, new() { ["t"] = "Vostok", ["a"] = cursor });
        var otherMode = await server.PostAsync(Query, new() { ["t"] = "Vostochny", ["a"] = cursor, ["m"] = "FOLDED" });
        var damaged = await server.PostAsync(Query, new() { ["t"] = "Vostochny", ["a"] = (cursor[0] == 'A' ? "B" : "A") + cursor[1..] });

        Assert.Equal(200, same.Status);
        Assert.All((TestResponse[])[otherText, otherMode, damaged], response => Assert.Equal((400, "BAD_USER_INPUT"), (response.Status, response.Code)));
    }

    [Theory]
    [InlineData("first: -1", "BAD_USER_INPUT")]
    [InlineData("types: [SHIP]", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("mode: SOUNDEX", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("mode: null", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Refuses_other_wrong_arguments(string argument, string code)
    {
        var response = await server.PostAsync($"{{ search(text: \"a\", {argument}) {{ totalCount }} }}");

        Assert.Equal((400, code), (response.Status, response.Code));
    }

    [Fact]
    public async Task No_fault_of_ours_was_logged()
    {
        await server.PostAsync(Query, new() { ["t"] = "\ufffe\uffff\ud83d\ude00\u0000\u2028" });

        Assert.Empty(server.Errors);
    }
}
