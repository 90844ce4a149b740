using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>GraphiQL out of the server, in a browser that reaches nothing else.</summary>
public sealed class GraphiqlTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_reader_opens_the_page_and_runs_the_ready_question()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await GraphiqlPage.OpenAsync(await chromium.OpenAsync(1440, 900), new Uri(server.Client.BaseAddress!, "/graphiql"));

        var answer = JsonNode.Parse(await page.RunAsync())!;
        await page.SaveAsync(Screenshot("ready-question"));

        Assert.StartsWith("# How is Vostochny connected", await page.QueryAsync(), StringComparison.Ordinal);
        Assert.Equal(2, answer["data"]!["chains"]!["chains"]!.AsArray().Count);
        AssertAtHome(page);
    }

    [Fact]
    public async Task Every_question_of_the_list_opens_once_in_a_tab_of_its_own_and_is_answered()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await GraphiqlPage.OpenAsync(await chromium.OpenAsync(1440, 900), new Uri(server.Client.BaseAddress!, "/graphiql"));
        var questions = Directory.GetFiles(Repository.PathOf("schema", "questions")).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();

        await Assertions.Expect(page.Questions).ToHaveCountAsync(questions.Count);
        for (var i = 0; i < questions.Count; i++)
        {
            await page.Questions.Nth(i).ClickAsync();
            await Assertions.Expect(page.Tab).ToContainTextAsync(questions[i].Split("query ")[1].Split(' ')[0]);
            Assert.Equal(questions[i], await page.QueryAsync());
            var answer = JsonNode.Parse(await page.RunAsync())!;
            Assert.True(answer["errors"] is null, $"{questions[i]}\n{answer}");
        }
        await page.Questions.First.ClickAsync();

        await Assertions.Expect(page.Tabs).ToHaveCountAsync(questions.Count);
        AssertAtHome(page);
    }

    [Fact]
    public async Task Names_of_the_schema_are_offered_while_typing()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await GraphiqlPage.OpenAsync(await chromium.OpenAsync(1440, 900), new Uri(server.Client.BaseAddress!, "/graphiql"));

        var offered = await page.CompletionsAsync("{ vess");
        await page.SaveAsync(Screenshot("completion"));

        Assert.Contains(offered, name => name.StartsWith("vessels", StringComparison.Ordinal));
        AssertAtHome(page);
    }

    private void AssertAtHome(GraphiqlPage page)
    {
        Assert.Empty(page.Faults);
        Assert.All(page.Requests, request => Assert.True(request.Scheme == "data" || request.Authority == server.Client.BaseAddress!.Authority, request.ToString()));
    }

    private static string Screenshot(string name) => Repository.PathOf("artifacts", "screenshots", $"graphiql-{name}.png");
}
