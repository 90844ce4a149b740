using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Damaged operations: whatever comes, it is answered or refused, and the server lives on.</summary>
/// <remarks>FLOWGRAPH_TEST_FUZZ sets how many (default 2,000), FLOWGRAPH_TEST_SEED where to start.</remarks>
public sealed partial class FuzzTests(TestServer server, ITestOutputHelper output) : IClassFixture<TestServer>
{
    private static readonly string[] _pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "\"", "\"\"\"", "\\", "#", "\n", "&", "|", "=", "query", "mutation", "subscription", "fragment", "on",
        "@skip(if: true)", "@include(if: $v0)", "@defer", "1e999", "99999999999", "\u0000", "\ufeff", "\u2028", "\ud83d\ude00", "é",
    ];

    private static readonly string[] _selections =
    [
        "__typename", "__schema { types { name } }", "__type(name: \"Vessel\") { name }", "id", "name", "nodes { id }", "edges { cursor }", "totalCount", "a1: __typename", "a1: id",
        "vessel(id: \"vessel:chon-ma-san\") { id }", "node(id: \"state:russia\") { id }", "nodes(ids: [\"state:russia\", null]) { id }", "... on Node { id }", "... on Vessel { imo }", "...Fa1",
        "... @include(if: $v0) { __typename }", "chain(id: \"chain:x\") { id }", "release { id }", "vessels(first: 201) { totalCount }", "vessels(first: 1, after: \"x\") { totalCount }",
        "chains(from: \"port:rajin\", to: \"facility:tikhoretsk-depot\", maxHops: 2, first: 1) { none chains { id text } }", "first: 201", "where: {}", "order: [{}]", "and: []", "not: {}",
    ];

    private static readonly string[] _tokens =
    [
        "id", "name", "nodes", "edges", "totalCount", "first", "where", "order", "after", "eq", "in", "not", "and", "Node", "Vessel", "Fact", "ASC", "null", "true", "0", "-1", "200", "201", "1e308",
        "2147483648", "\"\"", "\"vessel:chon-ma-san\"", "\"2024-03\"", "\"2024-02-30\"", "[]", "{}", "[[1]]", "{a: 1}", "$v0", "__typename", "on", "HIGH",
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
        for (var i = random.Next(1, 3); i > 0; i--)
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

    private static string Damaged(string text, Random random) => random.Next(10) switch
    {
        < 6 => TokenReplaced(text, random),
        < 9 => PieceInserted(text, random),
        _ => CharactersHit(text, random),
    };

    /// <summary>A name, number or text gives way to another one: the syntax stays right, the meaning does not.</summary>
    private static string TokenReplaced(string text, Random random)
    {
        var tokens = Token().Matches(text);
        if (tokens.Count == 0)
            return text;
        var token = tokens[random.Next(tokens.Count)];
        var others = random.Next(3) == 0 ? _tokens : [.. tokens.Select(other => other.Value)];
        // Mostly one of its own kind.
        var alike = random.Next(8) == 0 ? others : [.. others.Where(other => char.IsAsciiLetter(other[0]) == char.IsAsciiLetter(token.Value[0]))];
        var other = alike[random.Next(alike.Length)];
        return text.Remove(token.Index, token.Length).Insert(token.Index, other);
    }

    private static string PieceInserted(string text, Random random)
    {
        var places = Place().Matches(text);
        var at = places.Count == 0 ? text.Length : places[random.Next(places.Count)].Index + 1;
        var pieces = random.Next(5) == 0 ? _pieces : _selections;
        return text.Insert(at, $" {pieces[random.Next(pieces.Length)]} ");
    }

    private static string CharactersHit(string text, Random random)
    {
        if (text.Length < 2)
            return text;
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        var other = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, text.Substring(other, Math.Min(random.Next(1, 40), text.Length - other))),
            _ => text.Remove(at, 1).Insert(at, ((char)random.Next(1, 0xd800)).ToString()),
        };
    }

    [GeneratedRegex("""[A-Za-z_]\w*|-?\d+(\.\d+)?|"[^"]*"|\$\w+""")]
    private static partial Regex Token();

    [GeneratedRegex("[{(]")]
    private static partial Regex Place();
}
