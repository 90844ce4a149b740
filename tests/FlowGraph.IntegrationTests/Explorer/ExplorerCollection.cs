using FlowGraph.IntegrationTests.Browser;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Explorer;

/// <summary>One browser and one server for all tests of the explorer.</summary>
[CollectionDefinition("Explorer")]
public sealed class ExplorerCollection : ICollectionFixture<SharedChromium>, ICollectionFixture<TestServer>;

/// <summary>A browser that is started by the first test that needs it: only a test can be skipped where there is none.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    private Chromium? _chromium;

    internal async Task<Chromium> StartedAsync() => _chromium ??= await Chromium.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
    }
}
