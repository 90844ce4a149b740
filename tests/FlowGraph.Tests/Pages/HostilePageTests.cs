using System.Net;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Pages;

/// <summary>Names come from the data: whatever they are, they are shown and nothing else.</summary>
public sealed class HostilePageTests : IAsyncLifetime
{
    private readonly DatasetCopy _dataset = HostileDataset.Copy();
    private TestServer? _server;

    public async ValueTask InitializeAsync()
    {
        _server = new TestServer { Stores = new(TestApplication.Over(_dataset.Folder).Store) };
        await _server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _dataset.Dispose();
    }

    [Fact]
    public async Task Nothing_of_a_name_is_obeyed()
    {
        var answer = await _server!.PostAsync("""
            {
              vessels(first: 50) { nodes { name permalink } } ports(first: 50) { nodes { name permalink } } shipments(first: 50) { nodes { name permalink } }
              sources(first: 100) { nodes { name: title permalink } }
              chains(from: "port:vostochny-port", to: "area:kursk-oblast") { chains { permalink } }
            }
            """);
        var records = answer.Json["data"]!.AsObject().SelectMany(root => (root.Value!["nodes"] ?? root.Value["chains"])!.AsArray()).ToList();
        Assert.True(records.Count > 100);

        foreach (var record in records)
        {
            var page = await ShownPage.GetAsync(_server.Client, (string)record!["permalink"]!);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Dangers());
            Assert.True(page.Document.Title!.Length < 400);
            Assert.NotNull(page.StructuredData);
            if (record["name"] is { } name)
                Assert.Equal((string)name!, page.Heading.TrimStart('⚠', ' '));
        }
    }

    [Fact]
    public async Task Korean_is_said_to_be_Korean_and_what_turns_the_direction_keeps_to_itself()
    {
        var answer = await _server!.PostAsync("{ vessels(first: 50) { nodes { name permalink } } sources(first: 200) { nodes { name: title permalink } } }");
        var records = answer.Json["data"]!.AsObject().SelectMany(root => root.Value!["nodes"]!.AsArray()).ToList();
        string PageOf(int name) => (string)records.First(record => ((string)record!["name"]!).StartsWith(HostileDataset.Names[name], StringComparison.Ordinal))!["permalink"]!;

        var korean = await ShownPage.GetAsync(_server.Client, PageOf(4));
        var turned = await ShownPage.GetAsync(_server.Client, PageOf(2));

        Assert.Equal("천마산", korean.Document.QuerySelector("h1 [lang=ko]")!.TextContent);
        Assert.Equal("Чон Ма Сан", korean.Document.QuerySelector("h1 [lang=und-Cyrl]")!.TextContent);
        Assert.StartsWith(HostileDataset.Names[2], turned.Document.QuerySelector("h1 bdi bdi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_shows_what_was_typed_and_what_was_found()
    {
        var page = await ShownPage.GetAsync(_server!.Client, $"/search?text={Uri.EscapeDataString(HostileDataset.Names[0])}");

        Assert.Empty(page.Dangers());
        Assert.Equal(HostileDataset.Names[0], page.Document.QuerySelector("#search-text")!.GetAttribute("value"));
    }
}
