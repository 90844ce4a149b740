using System.Net;
using System.Text.Json.Nodes;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class GraphiqlEndpointsTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string> Questions => [.. Directory.GetFiles(Repository.PathOf("schema", "questions")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("/page.js", "text/javascript; charset=utf-8")]
    [InlineData("/page.css", "text/css; charset=utf-8")]
    [InlineData("/LICENCES.txt", "text/plain; charset=utf-8")]
    [InlineData("/questions.json", "application/json")]
    public async Task Files_of_the_page_are_served(string path, string mediaType)
    {
        using var response = await server.Client.GetAsync("/graphiql" + path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task The_page_may_run_only_what_comes_with_it_and_speak_only_to_this_server()
    {
        using var response = await server.Client.GetAsync("/graphiql", TestContext.Current.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ").ToDictionary(rule => rule.Split(' ')[0], rule => rule[(rule.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(("'none'", "'self'", "'self'", "'self'"), (policy["default-src"], policy["script-src"], policy["style-src"], policy["connect-src"]));
        Assert.DoesNotContain("://", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_questions_of_the_repository()
    {
        var offered = JsonNode.Parse(await server.Client.GetStringAsync("/graphiql/questions.json", TestContext.Current.CancellationToken))!.AsArray();

        Assert.Equal(Questions.Select(row => File.ReadAllText(Repository.PathOf("schema", "questions", row.Data))), offered.Select(question => (string)question!["query"]!));
        Assert.Equal("How is Vostochny connected to North Korean troops in Kursk?", (string?)offered[0]!["title"]);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_ready_question_has_an_answer(string file)
    {
        var response = await server.PostAsync(await File.ReadAllTextAsync(Repository.PathOf("schema", "questions", file), TestContext.Current.CancellationToken));

        Assert.Equal(200, response.Status);
        Assert.Null(response.Code);
        Assert.All(response.Json["data"]!.AsObject(), root => Assert.NotNull(root.Value));
    }

    [Fact]
    public async Task The_page_can_be_switched_off()
    {
        await using var other = new TestServer { Options = new FlowGraphOptions { Graphiql = false } };
        await other.InitializeAsync();

        using var page = await other.Client.GetAsync("/graphiql", TestContext.Current.CancellationToken);
        using var script = await other.Client.GetAsync("/graphiql/page.js", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, script.StatusCode));
    }
}
