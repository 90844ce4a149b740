using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Telemetry;

public sealed class ServerTimingTests
{
    [Fact]
    public async Task Is_an_option()
    {
        await using var silent = new TestServer();
        await silent.InitializeAsync();
        await using var telling = new TestServer { Options = new() { Telemetry = { ServerTiming = true } } };
        await telling.InitializeAsync();

        Assert.Null(await TimingAsync(silent));
        Assert.Matches(@"^prepare;dur=\d+\.\d{3}, cache;desc=miss;dur=\d+\.\d{3}, store;dur=\d+\.\d{3}$", await TimingAsync(telling));
        Assert.Matches(@"^prepare;dur=\d+\.\d{3}, cache;desc=hit;dur=\d+\.\d{3}, store;dur=0\.000$", await TimingAsync(telling));
    }

    private static async Task<string?> TimingAsync(TestServer server)
    {
        using var response = await server.Client.GetAsync("/graphql?query={vessels(first:2){nodes{id}}}", TestContext.Current.CancellationToken);
        return response.Headers.TryGetValues("Server-Timing", out var values) ? values.Single() : null;
    }
}
