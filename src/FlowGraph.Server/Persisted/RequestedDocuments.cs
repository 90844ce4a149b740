using System.Collections.Concurrent;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Query.Input;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Persisted;

/// <summary>The document of a request, by whatever it is named. One that is new is compiled once, however many ask for it at the same time, and in turn.</summary>
internal sealed class RequestedDocuments(RequestExecutor executor, PersistedDocuments persisted, AutomaticDocuments automatic, RequestQueue queue)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PreparedDocument>>> _preparing = new(StringComparer.Ordinal);

    /// <summary>Without waiting: null where more has to be done.</summary>
    public PreparedDocument? TryKnown(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
            return persisted.Find(id) is { } document && IsMeant(document, request) ? document.Prepared : null;
        return request.PersistedHash is null && !persisted.Only ? executor.TryKnown(request) : null;
    }

    /// <exception cref="RequestException">There is none, or something is wrong with it.</exception>
    /// <exception cref="QueueFullException">No place came free to compile it.</exception>
    public ValueTask<PreparedDocument> FindAsync(GraphQLRequest request, CancellationToken cancellationToken) => request switch
    {
        { DocumentId: { } id } => PersistedAsync(id, request),
        { PersistedHash: { } hash } => AutomaticAsync(hash, request, cancellationToken),
        _ when persisted.Only => throw OnlyPersisted(),
        _ => PrepareAsync(request.Query, request.OperationName),
    };

    private ValueTask<PreparedDocument> PersistedAsync(string id, GraphQLRequest request)
    {
        if (persisted.Find(id) is { } document)
            return IsMeant(document, request) ? new(document.Prepared) : PrepareAsync(document.Text, request.OperationName);
        throw new RequestException(ErrorCodes.PersistedDocumentNotFound, $"documentId: found '{(id.Length <= 80 ? id : id[..80] + "…")}', which is none of the documents that are known here.");
    }

    private async ValueTask<PreparedDocument> AutomaticAsync(string hash, GraphQLRequest request, CancellationToken cancellationToken)
    {
        if (request.HasQuery && DocumentCompiler.IdOf(request.Query) != "sha256:" + hash)
            throw new RequestException(ErrorCodes.BadUserInput, "extensions.persistedQuery.sha256Hash: found another hash than that of query.");
        if (persisted.Find(hash) is { } document)
            return await PersistedAsync(document.Prepared.Id, request);
        if (!request.HasQuery)
        {
            // Clients know this message and send the text.
            var text = persisted.Only ? null : await automatic.FindAsync(hash, cancellationToken);
            return await PrepareAsync(text ?? throw new RequestException(ErrorCodes.PersistedDocumentNotFound, "PersistedQueryNotFound"), request.OperationName);
        }
        if (persisted.Only)
            throw OnlyPersisted();
        var prepared = executor.TryKnown(request) ?? await PrepareAsync(request.Query, request.OperationName);
        await automatic.KeepAsync(hash, request.Query, cancellationToken);
        return prepared;
    }

    private static bool IsMeant(PersistedDocument document, GraphQLRequest request) => request.OperationName is not { } name || name == document.Prepared.Operation.Name;

    private async ValueTask<PreparedDocument> PrepareAsync(string text, string? operationName)
    {
        var key = $"{text}\0{operationName}";
        if (executor.TryKnown(key) is { } known)
            return known;
        var preparing = _preparing.GetOrAdd(key, _ => new(() => PrepareInTurnAsync(text, operationName)));
        try
        {
            return await preparing.Value;
        }
        finally
        {
            _preparing.TryRemove(new KeyValuePair<string, Lazy<Task<PreparedDocument>>>(key, preparing));
        }
    }

    // Others may wait for it: it goes on when one of them goes away. Limits bound the time that it takes.
    private async Task<PreparedDocument> PrepareInTurnAsync(string text, string? operationName)
    {
        if (!await queue.EnterAsync(CancellationToken.None))
            throw new QueueFullException();
        try
        {
            return await executor.PrepareAsync(text, operationName, CancellationToken.None);
        }
        finally
        {
            queue.Leave();
        }
    }

    private static RequestException OnlyPersisted() => new(
        ErrorCodes.PersistedDocumentsOnly, "Found the text of an operation, expected the documentId of one that is known here: nothing else is answered.", "Ask whoever runs this server for its manifest.");
}
