using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class ServeCommandTests
{
    [Fact(Timeout = 60_000)]
    public async Task Prints_where_and_what_it_serves_and_one_thing_that_works()
    {
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken);

        var release = await server.Output.LineAsync("release  release:oil-for-troops", TestContext.Current.CancellationToken);
        var example = await server.Output.LineAsync("try      curl -s ", TestContext.Current.CancellationToken);
        var answer = await server.PostAsync(Between(example, "-d '", "'"), TestContext.Current.CancellationToken);
        var sdl = await server.Client.GetStringAsync("graphql/schema.graphql", TestContext.Current.CancellationToken);

        Assert.Matches("nodes, .* edges, .* citations$", release);
        Assert.Contains("\"publisher\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"errors\"", answer, StringComparison.Ordinal);
        Assert.Contains("type Query {", sdl, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await server.StopAsync());
        Assert.Empty(server.Error.ToString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Says_nothing_of_the_software_behind_it()
    {
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken);

        using var response = await server.Client.GetAsync("graphql/schema.graphql", TestContext.Current.CancellationToken);

        Assert.Empty(response.Headers.Server);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("https://localhost:3000", false)]
    [InlineData("http://localhost.example.org", false)]
    public async Task Pages_of_the_own_machine_may_call(string origin, bool allowed)
    {
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);
    }

    [Fact(Timeout = 60_000)]
    public async Task Faulty_dataset_is_not_served()
    {
        using var dataset = ValidateCommandTests.Faulty();

        var run = await CommandRun.OfAsync(["serve", "--urls", "http://127.0.0.1:0", "--dataset", dataset.Folder], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("vessels.jsonl:1", run.Error, StringComparison.Ordinal);
        Assert.Contains("ports.jsonl:1", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 faults; nothing was loaded.", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Address_in_use_is_one_sentence()
    {
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync(["--urls", server.Address], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal($"flowgraph: Failed to bind to address {server.Address}: address already in use. Choose another address with --urls or FLOWGRAPH_Urls.\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Body_over_the_limit_is_refused_with_its_code()
    {
        await using var server = await ServedCommand.StartAsync(TestContext.Current.CancellationToken, ("FLOWGRAPH_Limits__Body", "2000"));
        using var body = new StringContent($$"""{"query":"{ release { id } } #{{new string('x', 3000)}}"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

        using var response = await server.Client.PostAsync("graphql", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("LIMIT_BODY", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
