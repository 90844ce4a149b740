namespace FlowGraph.TestKit.Neo4j;

/// <summary>A real Neo4j that tests may fill and empty.</summary>
/// <param name="url">Its HTTP address.</param>
/// <param name="bolt">Its Bolt address.</param>
public abstract class Neo4jServer(Uri url, Uri bolt, string user, string password) : IAsyncDisposable
{
    public Uri Url { get; } = url;

    public Uri Bolt { get; } = bolt;

    public string User { get; } = user;

    public string Password { get; } = password;

    /// <summary>It was started for the tests, so they may end it and start it again.</summary>
    public virtual bool IsOwn => false;

    /// <summary>Its Bolt address is the one that it tells Neo4j Browser.</summary>
    public virtual bool HasBrowser => true;

    /// <summary>As a crash would.</summary>
    public virtual Task KillAsync(CancellationToken cancellationToken) => throw new NotSupportedException("This server is somebody else's.");

    /// <summary>It takes connections and says nothing any more, until <see cref="ResumeAsync"/>.</summary>
    public virtual Task PauseAsync(CancellationToken cancellationToken) => throw new NotSupportedException("This server is somebody else's.");

    public virtual Task ResumeAsync(CancellationToken cancellationToken) => throw new NotSupportedException("This server is somebody else's.");

    /// <summary>As somebody who shuts it down.</summary>
    public virtual Task StopAsync(CancellationToken cancellationToken) => throw new NotSupportedException("This server is somebody else's.");

    /// <summary>Ends it and starts it again with the data it had.</summary>
    public virtual Task RestartAsync(bool readOnly, CancellationToken cancellationToken) => throw new NotSupportedException("This server is somebody else's.");

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The server that FLOWGRAPH_TEST_NEO4J_URL names.</summary>
internal sealed class GivenServer(Uri url, Uri bolt, string user, string password) : Neo4jServer(url, bolt, user, password);
