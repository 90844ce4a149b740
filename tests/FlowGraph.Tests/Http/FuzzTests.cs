using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Damaged operations: whatever comes, it is answered or refused, and the server lives on. FLOWGRAPH_TEST_FUZZ sets how many, FLOWGRAPH_TEST_SEED where to start.</summary>
public sealed class FuzzTests(TestServer server, ITestOutputHelper output) : IClassFixture<TestServer>
{
    private static readonly string[] _pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "\"", "\"\"\"", "\\", "#", "\n", "&", "|", "=", "null", "true", "-1", "0", "1e999", "99999999999", "0.1",
        "query", "mutation", "subscription", "fragment", "on", "__typename", "__schema { types { name } }", "__type(name: \"Vessel\") { name }", "id", "nodes", "edges",
        "@skip(if: true)", "@include(if: $v0)", "@defer", "$v0", "$nothing", "ASC", "vessel(id: \"vessel:chon-ma-san\") { id }", "first: 201", "after: \"x\"",
        "where: {}", "where: null", "order: [{}]", "\u0000", "\ufeff", "\u2028", "\ud83d\ude00", "é", "and: []", "not: {}", "... on Node { id }", "...Fa1", "chain(id: \"chain:x\") { id }",
        "chains(from: \"port:rajin\", to: \"facility:tikhoretsk-depot\", maxHops: 2, first: 1) { none chains { id text } }", "release { id }",
    ];

    private static readonly string[] _values =
    [
        "null", "1", "-1", "1.5", "\"\"", "\"x\"", "\"vessel:chon-ma-san\"", "true", "[]", "[null]", "{}", "{\"a\":1}", "[[1]]", "1e308", "\"\\ud83d\\ude00\"",
    ];

    [Fact]
    public async Task Damaged_operations_are_answered_or_refused()
    {
        var seed = Setting("FLOWGRAPH_TEST_SEED", 20241008);
        var count = Setting("FLOWGRAPH_TEST_FUZZ", 2000);
        var operations = new RandomOperations(TestApplication.Shared.Application.Api, TestApplication.Shared.Release);
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = seed; i < seed + count; i++)
        {
            var random = new Random(i);
            var operation = operations.Next(i);
            var body = Body(operation.Text, operation.Variables, random);

            var response = await server.PostBytesAsync(body, "application/json", random.Next(2) == 0 ? "application/graphql-response+json" : null);

            string Report() => $"Seed {i}: status {response.Status}\n{response.Text}\n{Encoding.UTF8.GetString(body)}\n{string.Join('\n', server.Errors)}";
            Assert.True(response.Status is 200 or 400 or 413, Report());
            Assert.True(response.HasData || response.Code is not (null or "INTERNAL"), Report());
            Assert.True(server.Errors.Count == 0, Report());
            Assert.True(!response.Text.Contains("Exception", StringComparison.Ordinal) && !response.Text.Contains("   at ", StringComparison.Ordinal), Report());
            var kind = response.Code ?? "data";
            statuses[kind] = statuses.GetValueOrDefault(kind) + 1;
        }
        output.WriteLine($"Seeds {seed} to {seed + count - 1}: {string.Join(", ", statuses.Select(status => $"{status.Key} {status.Value}"))}.");
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await server.PostAsync("{ __typename }")).Text);
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static byte[] Body(string query, JsonObject variables, Random random)
    {
        var text = query;
        for (var i = random.Next(1, 4); i > 0; i--)
            text = Damaged(text, random);
        foreach (var name in variables.Select(variable => variable.Key).ToList())
        {
            if (random.Next(4) == 0)
                variables[name] = JsonNode.Parse(_values[random.Next(_values.Length)]);
        }
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["query"] = text, ["variables"] = variables }.ToJsonString());
        // Now and then the JSON itself is hit.
        if (random.Next(20) == 0)
            body[random.Next(body.Length)] = (byte)random.Next(256);
        return random.Next(40) == 0 ? body[..random.Next(body.Length)] : body;
    }

    private static string Damaged(string text, Random random)
    {
        if (text.Length < 2)
            return text + _pieces[random.Next(_pieces.Length)];
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(6))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, text.Substring(at, length));
            case 2:
                var other = random.Next(text.Length);
                return text.Insert(at, text.Substring(other, Math.Min(random.Next(1, 40), text.Length - other)));
            case 3:
                return text.Remove(at, 1).Insert(at, ((char)random.Next(1, 0xd800)).ToString());
            default:
                // Between words, where a piece has a chance to make sense.
                var space = text.IndexOf(' ', at);
                return text.Insert(space < 0 ? at : space, $" {_pieces[random.Next(_pieces.Length)]} ");
        }
    }
}
