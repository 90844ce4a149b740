using FlowGraph.TestKit.Redis;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>One Redis for the tests of a class, which do it no harm.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer? _server;
    private string _reason = "";

    public async ValueTask InitializeAsync() => (_server, _reason) = await RedisServer.StartAsync(own: false, TestContext.Current.CancellationToken);

    /// <summary>Skips the test where there is none.</summary>
    public RedisServer Require()
    {
        Assert.SkipWhen(_server is null, _reason);
        return _server!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
