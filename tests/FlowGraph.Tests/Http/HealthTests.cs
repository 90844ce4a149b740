using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class HealthTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Process_that_answers_is_alive()
    {
        var response = await server.GetAsync("/health/live");

        Assert.Equal((200, "application/json"), (response.Status, response.MediaType));
        Assert.Equal("HEALTHY", (string?)response.Json["status"]);
        Assert.Empty(response.Json["checks"]!.AsObject());
    }

    [Fact]
    public async Task Release_in_memory_is_ready_and_named()
    {
        var response = await server.GetAsync("/health/ready");

        Assert.Equal((200, "application/json"), (response.Status, response.MediaType));
        var release = Assert.IsType<JsonObject>(response.Json["checks"]!["release"]);
        Assert.Equal("HEALTHY", (string?)release["status"]);
        Assert.Matches(@"^release:oil-for-troops 1\.0\.0 \([0-9a-f]{12}\) is in memory\.$", (string?)release["reason"]);
    }
}
