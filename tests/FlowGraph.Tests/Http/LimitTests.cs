using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Each limit: what is just within it is answered, what is just over it is refused with what was found and what is allowed.</summary>
public sealed class LimitTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Chains = "chains(from: \"port:rajin\", to: \"area:kursk-oblast\"";

    /// <summary>Code, what is allowed, and an operation for a number.</summary>
    private static readonly Dictionary<string, (string Code, int Allowed, Func<int, string> Query, Func<int, JsonObject>? Variables)> _limits = new(StringComparer.Ordinal)
    {
        // Four braces and the name of the root field.
        ["tokens"] = ("LIMIT_TOKENS", 4000, n => $"{{ release {{ {Times("id ", n - 5)}}} }}", null),
        ["selections"] = ("LIMIT_SELECTIONS", 1000, n => $"{{ vessel(id: \"vessel:angara\") {{ {Times(i => $"a{i}: id ", n - 1)}}} }}", null),
        ["repeats"] = ("LIMIT_REPEATS", 50, n => $"{{ release {{ {Times("id ", n)}}} }}", null),
        ["repeats in fragments"] = ("LIMIT_REPEATS", 50, n => $"{{ release {{ {Times("...F ... { id } ", n / 2)}{(n % 2 == 1 ? "id" : "")} }} }} fragment F on Release {{ id }}", null),
        ["aliases"] = ("LIMIT_ALIASES", 20, n => $"{{ {Times(i => $"a{i}: release {{ id }} ", n)}}}", null),
        ["aliases in fragments"] = ("LIMIT_ALIASES", 20, n => $"{{ ...F {Times(i => $"... {{ a{i}: release {{ id }} }} ", n - 1)}}} fragment F on Query {{ release {{ id }} }}", null),
        ["depth"] = ("LIMIT_DEPTH", 15, n => $"{{ source(id: \"source:voz-2024-11-22\") {Times("{ origin ", n - 2)}{{ id }}{Times("}", n - 2)} }}", null),
        ["where"] = ("LIMIT_DEPTH", 8, n => $"{{ vessels(where: {Times("{ not: ", n - 2)}{{ name: {{ eq: \"x\" }} }}{Times(" }", n - 2)}) {{ totalCount }} }}", null),
        ["where in a variable"] = ("LIMIT_DEPTH", 8, _ => "query($w: VesselFilterInput) { vessels(where: $w) { totalCount } }", n => new() { ["w"] = Negations(n) }),
        ["where around a variable"] = ("LIMIT_DEPTH", 8, _ => "query($w: VesselFilterInput!) { vessels(where: { or: [{ not: $w }] }) { totalCount } }", n => new() { ["w"] = Negations(n - 2) }),
        ["where in a default"] = ("LIMIT_DEPTH", 8, n => $"query($w: VesselFilterInput! = {Times("{ not: ", n - 3)}{{ name: {{ eq: \"x\" }} }}{Times(" }", n - 3)}) {{ vessels(where: {{ not: $w }}) {{ totalCount }} }}", null),
        ["in"] = ("LIMIT_IDS", 500, n => $"{{ vessels(where: {{ imo: {{ in: [{Times("\"9161003\" ", n)}] }} }}) {{ totalCount }} }}", null),
        ["in a variable"] = ("LIMIT_IDS", 500, _ => "query($w: VesselFilterInput) { vessels(where: $w) { totalCount } }", n => new() { ["w"] = new JsonObject { ["name"] = new JsonObject { ["in"] = Texts(n) } } }),
        ["a variable in"] = ("LIMIT_IDS", 500, _ => "query($a: [String]) { vessels(where: { name: { in: $a } }) { totalCount } }", n => new() { ["a"] = Texts(n) }),
        ["ids"] = ("LIMIT_IDS", 100, n => $"{{ nodes(ids: [{Times("\"state:russia\" ", n)}]) {{ id }} }}", null),
        ["ids in a variable"] = ("LIMIT_IDS", 100, _ => "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", n => new() { ["ids"] = Texts(n, "state:russia") }),
        ["page"] = ("LIMIT_PAGE", 200, n => $"{{ vessels(first: {n}) {{ totalCount }} }}", null),
        ["page in a variable"] = ("LIMIT_PAGE", 200, _ => "query($n: Int) { vessels(first: $n) { totalCount } }", n => new() { ["n"] = n }),
        ["per type"] = ("LIMIT_PAGE", 200, n => $"{{ neighborhood(id: \"vessel:angara\", perType: {n}) {{ totalCount }} }}", null),
        ["ids of a subgraph"] = ("LIMIT_IDS", 100, n => $"{{ subgraph(ids: [{Times("\"state:russia\" ", n)}]) {{ truncated }} }}", null),
        ["hops of a subgraph"] = ("LIMIT_SUBGRAPH", 3, n => $"{{ subgraph(ids: [], hops: {n}) {{ truncated }} }}", null),
        ["size of a subgraph"] = ("LIMIT_SUBGRAPH", 1000, n => $"{{ subgraph(ids: [], limit: {n}) {{ truncated }} }}", null),
        ["hops"] = ("LIMIT_HOPS", 8, n => $"{{ {Chains}, maxHops: {n}) {{ none }} }}", null),
        ["text"] = ("LIMIT_TEXT", 200, n => $"{{ search(text: \"{Times("\ud83d\ude00", n)}\") {{ totalCount }} }}", null),
        ["text in a variable"] = ("LIMIT_TEXT", 200, _ => "query($t: String!) { search(text: $t) { totalCount } }", n => new() { ["t"] = Times("x", n) }),
        ["page of hits"] = ("LIMIT_PAGE", 200, n => $"{{ search(text: \"a\", first: {n}) {{ totalCount }} }}", null),
        ["chains"] = ("LIMIT_CHAINS", 10, n => $"{{ {Chains}, first: {n}) {{ none }} }}", null),
    };

    public static TheoryData<string> Names => [.. _limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_over_a_limit_is_refused_by_name(string name)
    {
        var (code, allowed, query, variables) = _limits[name];

        var over = await server.PostAsync(query(allowed + 1), variables?.Invoke(allowed + 1));

        Assert.Equal((400, code), (over.Status, over.Code));
        Assert.False(over.HasData);
        Assert.Equal((code, allowed), ((string?)over.Extensions!["limit"], (int)over.Extensions["allowed"]!));
        Assert.True((int)over.Extensions["found"]! > allowed, over.Text);
        Assert.Contains(allowed.ToString(System.Globalization.CultureInfo.InvariantCulture), over.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_within_a_limit_is_not_refused_by_it(string name)
    {
        var (code, allowed, query, variables) = _limits[name];

        var within = await server.PostAsync(query(allowed), variables?.Invoke(allowed));

        Assert.NotEqual(code, within.Code);
    }

    [Theory]
    [InlineData(5000, false)]
    [InlineData(5001, true)]
    public async Task Cost_is_counted_with_variables_before_anything_is_executed(int cost, bool isRefused)
    {
        // Two hundred rows of 24 values, and the rest in rows of one.
        var query = $"query($n: Int!) {{ vessels(first: 200) {{ nodes {{ {Times(i => $"a{i}: name ", 24)}}} }} ports(first: $n) {{ nodes {{ id }} }} {(cost % 2 == 1 ? "__typename" : "")} }}";

        var response = await server.PostAsync(query, new() { ["n"] = 200 });

        Assert.Equal(isRefused ? (400, "LIMIT_COST") : (200, null), (response.Status, response.Code));
        if (isRefused)
            Assert.Equal((cost, 5000), ((int)response.Extensions!["found"]!, (int)response.Extensions["allowed"]!));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_told_its_length()
    {
        var response = await server.PostBytesAsync(new byte[110_000], "application/json", null);

        Assert.Equal((413, "LIMIT_BODY", 110_000, 102_400), (response.Status, response.Code, (int)response.Extensions!["found"]!, (int)response.Extensions["allowed"]!));
    }

    [Fact]
    public async Task Introspection_costs_nothing_and_may_be_deep()
    {
        var query = $"{{ __schema {{ types {{ fields {{ type {Times("{ ofType ", 20)}{{ name }}{Times(" }", 20)} }} }} }} }}";

        var response = await server.PostAsync(query);

        Assert.Equal((200, null), (response.Status, response.Code));
    }

    [Fact]
    public async Task Text_and_comments_are_no_more_than_a_token_each()
    {
        var query = $"# {Times("word ", 5000)}\n{{ vessels(where: {{ name: {{ eq: \"\"\"{Times("a \\\"\"\" ", 2000)}\"\"\" }} }}) {{ totalCount }} }}";

        var response = await server.PostAsync(query);

        Assert.Equal((200, null), (response.Status, response.Code));
    }

    [Fact]
    public async Task A_refusal_of_a_limit_takes_no_longer_than_an_answer()
    {
        var bodies = _limits.Select(limit => (limit.Value.Query(limit.Value.Allowed * 4), limit.Value.Variables?.Invoke(limit.Value.Allowed * 4))).ToList();
        foreach (var (query, variables) in bodies)
            await server.PostAsync(query, (JsonObject?)variables?.DeepClone());
        var times = new List<TimeSpan>();
        foreach (var (query, variables) in bodies)
        {
            var clock = Stopwatch.StartNew();
            await server.PostAsync(query, (JsonObject?)variables?.DeepClone());
            times.Add(clock.Elapsed);
        }

        Assert.True(times.Order().ElementAt(times.Count / 2) < TimeSpan.FromMilliseconds(50), string.Join(", ", times));
    }

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, Math.Max(0, count)).ToString();

    private static string Times(Func<int, string> text, int count) => string.Concat(Enumerable.Range(0, Math.Max(0, count)).Select(text));

    private static JsonArray Texts(int count, string text = "x") => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)text)];

    /// <summary>As many objects within each other.</summary>
    private static JsonObject Negations(int depth) => depth == 2 ? new() { ["name"] = new JsonObject { ["eq"] = "x" } } : new() { ["not"] = Negations(depth - 1) };
}
