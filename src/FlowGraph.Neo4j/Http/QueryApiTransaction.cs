using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Http;

/// <summary>An explicit transaction of the Query API.</summary>
internal sealed class QueryApiTransaction(QueryApiTransport transport, string id, TimeSpan deadline) : INeo4jTransaction
{
    // The server keeps the deadline and says so; here is only the guard for a server that says nothing any more.
    private readonly TimeSpan _patience = deadline + TimeSpan.FromSeconds(10);
    private readonly string _path = $"{transport.Root}/tx/{id}";
    private bool _isOpen = true;

    public async Task<CypherAnswer> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        var tag = QueryApiTransport.NewTag();
        try
        {
            return await transport.PostAsync(_path, RequestBody.Write(statement, tag), tag, _patience, cancellationToken);
        }
        catch (Neo4jException failure) when (failure.Code is not null)
        {
            _isOpen = false;
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _isOpen = false;
        try
        {
            // Once it is sent nobody can take it back, so it is waited for.
            using var answer = await transport.PostAsync($"{_path}/commit", RequestBody.Write(null, null), null, _patience, CancellationToken.None);
        }
        catch (Neo4jException failure) when (failure.Fault is Neo4jFault.Unreachable or Neo4jFault.TimedOut && failure.Code is null)
        {
            throw new Neo4jException(
                Neo4jFault.CommitUnknown, $"The connection to the {transport.Address} broke during the commit: it was done or not, but not by half.", inner: failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        await transport.DeleteAsync(_path);
    }
}
