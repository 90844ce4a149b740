using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using FlowGraph.Query.Plan;
using FlowGraph.Server;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class ResponseCacheTests
{
    private const string Query = "{ vessels(first: 30) { nodes { id name citations { id } } } }";

    [Fact]
    public async Task A_thousand_equal_cold_requests_at_once_are_executed_once()
    {
        var store = new WatchedStore(isOpen: false);
        await using var server = await StartAsync(store);

        var answers = Enumerable.Range(0, 1000).Select(_ => server.PostAsync(Query)).ToList();
        await store.Entered;
        store.Open();

        var expected = await TestApplication.Shared.ExecuteAsync(Query, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal((200, expected), (answer.Status, answer.Text)));
        Assert.Equal(1, store.Executions);
    }

    [Fact]
    public async Task One_who_goes_away_takes_the_answer_from_nobody()
    {
        var store = new WatchedStore(isOpen: false);
        await using var server = await StartAsync(store);
        using var leaving = new CancellationTokenSource();

        var first = server.Client.GetAsync("/graphql?query=" + Uri.EscapeDataString(Query), leaving.Token);
        await store.Entered;
        var second = server.GetAsync("/graphql?query=" + Uri.EscapeDataString(Query));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        store.Open();

        Assert.Equal((200, await TestApplication.Shared.ExecuteAsync(Query, cancellationToken: TestContext.Current.CancellationToken)), ((await second).Status, (await second).Text));
    }

    [Fact]
    public async Task A_release_that_is_swapped_under_load_never_mixes_with_another()
    {
        using var copy = DatasetCopy.Of((file, record) =>
        {
            if (file == "vessels.jsonl")
                record["name"] = record["name"] + " II";
            return record;
        });
        var releases = new IGraphStore[] { TestApplication.Shared.Store, TestApplication.Over(copy.Folder).Store };
        string[] queries = [Query, "{ release { sha256 } vessels(first: 3) { nodes { name } } }", "{ vessel(id: \"vessel:lady-r\") { id name } }"];
        var expected = new Dictionary<(string Query, string Answer), int>();
        foreach (var query in queries)
        {
            expected[(query, await AskAsync(releases[0], query))] = 0;
            expected[(query, await AskAsync(releases[1], query))] = 1;
        }
        Assert.Equal(6, expected.Count);
        await using var server = await StartAsync(releases[0]);
        var releaseOfTag = new ConcurrentDictionary<string, int>();

        var asking = Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < 150; i++)
            {
                server.Stores.Swap(releases[(client + i / 2) % 2]);
                var query = queries[(client + i) % queries.Length];
                using var response = await server.Client.GetAsync("/graphql?query=" + Uri.EscapeDataString(query), TestContext.Current.CancellationToken);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(expected.TryGetValue((query, text), out var release), text);
                Assert.Equal(release, releaseOfTag.GetOrAdd($"{response.Headers.ETag}", release));
            }
        }, TestContext.Current.CancellationToken));
        await Task.WhenAll(asking);

        Assert.Equal(6, releaseOfTag.Count);
    }

    [Fact]
    public async Task Layout_of_document_and_variables_makes_no_difference()
    {
        var store = new WatchedStore();
        await using var server = await StartAsync(store);
        string[] requests =
        [
            """{"query":"query Q($n: Int, $where: VesselFilterInput) { vessels(first: $n, where: $where) { nodes { id } } }","variables":{"n":3,"where":{"name":{"contains":"a","ncontains":"z"},"imo":{"neq":null}}}}""",
            """{"variables":{"where":{"imo":{"neq":null},"name":{"ncontains":"z","contains":"a"}},"n" : 3, "more": 1},"operationName":"Q","query":"# all\nquery Q($n:Int,$where:VesselFilterInput){vessels(first:$n where:$where){nodes{id}}}"}""",
            """{"query":"query Q ( $n : Int  $where : VesselFilterInput ) \n{ vessels ( first : $n , where : $where ) { nodes { id , } } }","operationName":"","variables":{"n":3,"where":{"name":{"contains":"\u0061","ncontains":"z"},"imo":{"neq":null}}}}""",
        ];

        var answers = new List<string>();
        foreach (var request in requests)
            answers.Add($"{await PostAsync(server, request)}");

        Assert.Single(answers.Distinct());
        Assert.Equal(1, store.Executions);
    }

    [Fact]
    public async Task Nothing_crosses_from_one_question_to_another()
    {
        // Each differs in one thing from another one; none may be given the answer of another.
        string[] values = ["null", "\"\"", "\"null\"", "\"a\"", "\"a \"", "\"A\"", "\"\\u0000\"", "\"1\"", "\"true\"", "\"[]\""];
        string[] lists = ["null", "[]", "[null]", "[\"\"]", "[\"\",\"\"]", "[\"a\",\"b\"]", "[\"b\",\"a\"]", "[\"a,b\"]", "[\"a\\\",\\\"b\"]"];
        string[] requests =
        [
            .. values.Select(value => $$$"""{"query":"query($v: String) { v: vessels(where: { name: { eq: $v } }) { totalCount } n: vessels(where: { name: { neq: $v } }) { totalCount } }","variables":{"v":{{{value}}}}}"""),
            """{"query":"query($v: String) { v: vessels(where: { name: { eq: $v } }) { totalCount } n: vessels(where: { name: { neq: $v } }) { totalCount } }"}""",
            .. lists.Select(list => $$$"""{"query":"query($v: [String]) { vessels(where: { name: { in: $v } }) { totalCount } }","variables":{"v":{{{list}}}}}"""),
            """{"query":"query A { vessels { totalCount } } query B { ports { totalCount } }","operationName":"A"}""",
            """{"query":"query A { vessels { totalCount } } query B { ports { totalCount } }","operationName":"B"}""",
            """{"query":"{ __type(name: \"FactKind\") { name } }"}""",
            """{"query":"query($n: String!) { __type(name: $n) { name } }","variables":{"n":"FactKind"}}""",
            """{"query":"query($n: String!) { __type(name: $n) { name } }","variables":{"n":"Factkind"}}""",
            """{"query":"query($yes: Boolean!) { vessels { totalCount @include(if: $yes) __typename } }","variables":{"yes":true}}""",
            """{"query":"query($yes: Boolean!) { vessels { totalCount @include(if: $yes) __typename } }","variables":{"yes":false}}""",
        ];
        await using var plain = await StartAsync(new WatchedStore(), megabytes: 0);
        await using var kept = await StartAsync(new WatchedStore());
        var tags = new List<string?>();

        for (var round = 0; round < 2; round++)
        {
            foreach (var request in requests)
            {
                foreach (var accept in (string[])["application/json", "application/graphql-response+json"])
                {
                    var (tag, text, type) = await PostAsync(kept, request, accept);
                    Assert.Equal((await PostAsync(plain, request, accept)).Text, text);
                    Assert.Equal(accept, type);
                    if (round == 0 && tag is not null)
                        tags.Add(tag);
                }
            }
        }

        Assert.Distinct(tags);
        Assert.True(tags.Count > 40, $"{tags.Count} answers without errors.");
    }

    [Fact]
    public async Task Letters_that_are_the_same_after_normalisation_poison_no_introspection()
    {
        await using var server = await StartAsync(new WatchedStore());
        const string query = """{"query":"query($n: String!) { __type(name: $n) { name } }","variables":{"n":"Fact*ind"}}""";

        var kelvin = await PostAsync(server, query.Replace('*', '\u212a'));
        var letter = await PostAsync(server, query.Replace('*', 'K'));

        Assert.Equal("""{"data":{"__type":{"name":"FactKind"}}}""", letter.Text);
        Assert.Equal(letter, kelvin);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Prefix", "/evil")]
    [InlineData("Forwarded", "host=evil.example")]
    [InlineData("X-Original-URL", "/evil")]
    public async Task Headers_that_name_hosts_are_part_of_no_answer(string header, string value)
    {
        await using var server = await StartAsync(new WatchedStore());
        const string path = "/graphql?query=%7Bvessels(first:3)%7Bnodes%7Bpermalink%7D%7D%7D";
        using var forged = new HttpRequestMessage(HttpMethod.Get, path);
        forged.Headers.TryAddWithoutValidation(header, value);

        using var first = await server.Client.SendAsync(forged, TestContext.Current.CancellationToken);
        using var second = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);

        var text = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.Equal(text, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(second.Headers.ETag, first.Headers.ETag);
    }

    [Theory]
    [InlineData("{ chains(from: \"port:nowhere\", to: \"port:rajin\") { none } }", 0)]
    [InlineData("{ vessels(first: 3) { nodes { id } } chains(from: \"port:nowhere\", to: \"port:rajin\") { none } }", 0)]
    [InlineData("{ vessels(first: 3) { nodes { id } } }", 1)]
    public async Task Only_an_answer_without_errors_is_kept(string query, int executions)
    {
        var store = new WatchedStore();
        await using var server = await StartAsync(store);

        var first = await server.PostAsync(query);
        var second = await server.PostAsync(query);

        Assert.Equal(first, second);
        Assert.Equal(executions, store.Executions);
    }

    [Fact]
    public async Task Another_configuration_that_shows_has_other_tags()
    {
        await using var one = await StartAsync(new WatchedStore());
        await using var other = await StartAsync(new WatchedStore(), publicUrl: "https://flow.example");
        const string request = """{"query":"{ vessels(first: 2) { nodes { permalink } } }"}""";

        var here = await PostAsync(one, request);
        var there = await PostAsync(other, request);

        Assert.NotEqual(here.Tag, there.Tag);
        Assert.Contains("https://flow.example/", there.Text, StringComparison.Ordinal);
        Assert.Equal(here, await PostAsync(one, request));
    }

    private static async Task<string> AskAsync(IGraphStore store, string query)
    {
        await using var server = await StartAsync(store, megabytes: 0);
        return (await server.PostAsync(query)).Text;
    }

    private static async Task<TestServer> StartAsync(IGraphStore store, int megabytes = 16, string? publicUrl = null)
    {
        var server = new TestServer { Stores = new StoreHolder(store), Options = new FlowGraphOptions { Cache = { Megabytes = megabytes }, PublicUrl = publicUrl } };
        await server.InitializeAsync();
        return server;
    }

    private static async Task<(string? Tag, string Text, string? MediaType)> PostAsync(TestServer server, string json, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Accept", accept);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.Headers.ETag?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType);
    }
}
