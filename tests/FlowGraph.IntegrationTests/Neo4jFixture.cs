using FlowGraph.IntegrationTests;
using FlowGraph.IntegrationTests.Loading;
using FlowGraph.Neo4j.Client;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Neo4j;
using Xunit;

[assembly: AssemblyFixture(typeof(Neo4jFixture))]

namespace FlowGraph.IntegrationTests;

/// <summary>One server for the run, started when the first test asks for it.</summary>
public sealed class Neo4jFixture : IAsyncDisposable
{
    private const string Size = "COUNT { () } + COUNT { ()-->() }";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<ReleasePair> _releases = new(ReleasePair.Create);
    private (Neo4jServer? Server, string Reason)? _found;

    public ReleasePair Releases => _releases.Value;

    /// <summary>An empty database; skips the test when there is no server.</summary>
    public async Task<TestDatabase> EmptyDatabaseAsync(bool own = false)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (database, server) = await DatabaseAsync(own, cancellationToken);
        try
        {
            await database.EmptyAsync(cancellationToken);
        }
        catch (Neo4jException fault) when (fault.Fault == Neo4jFault.Unreachable && server.IsOwn)
        {
            // A test that failed with its server down must not fail all others.
            await server.RestartAsync(readOnly: false, cancellationToken);
            await database.EmptyAsync(cancellationToken);
        }
        return database;
    }

    /// <summary>The database with the shipped release, for a test that changes nothing: it may be there from the test before.</summary>
    public async Task<TestDatabase> ShippedDatabaseAsync(CancellationToken cancellationToken)
    {
        var (database, _) = await DatabaseAsync(own: false, cancellationToken);
        var release = TestApplication.Shared.Release.Info;
        // Only this kit writes the mark, and whoever empties or changes the database loses it.
        if (await database.CountAsync($"RETURN COUNT {{ MATCH (r:_Release {{sha256: '{release.Sha256}', state: 'READY', untouched: {Size}}}) }}", cancellationToken) == 1)
            return database;
        await database.EmptyAsync(cancellationToken);
        var run = await database.RunAsync(["import"], cancellationToken);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        await database.ExecuteAsync($"MATCH (r:_Release) SET r.untouched = {Size}", cancellationToken);
        return database;
    }

    private async Task<(TestDatabase Database, Neo4jServer Server)> DatabaseAsync(bool own, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _found ??= await FindAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
        if (_found.Value.Server is not { } server)
        {
            Assert.Skip(_found.Value.Reason);
            throw new System.Diagnostics.UnreachableException();
        }
        Assert.SkipWhen(own && !server.IsOwn, "This test needs a server of its own, started for the tests from ../shared/neo4j.");
        return (new TestDatabase(server), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_found?.Server is { } server)
            await server.DisposeAsync();
        if (_releases.IsValueCreated)
            _releases.Value.Dispose();
        _gate.Dispose();
    }

    private static async Task<(Neo4jServer? Server, string Reason)> FindAsync(CancellationToken cancellationToken)
    {
        var found = await Neo4jServers.StartAsync(cancellationToken);
        // Tests empty their database: one that somebody filled must have been named by mistake.
        if (found.Server is { IsOwn: false } given)
        {
            using var database = new TestDatabase(given);
            if (await database.CountAsync("MATCH (n) WHERE NOT n:_Release RETURN CASE WHEN EXISTS { (:_Release) } THEN 0 ELSE count(n) END", cancellationToken) > 0)
                return (null, $"The database at {given.Url} holds something that is no release of FlowGraph; tests would delete it. Name an empty one.");
        }
        return found;
    }
}
