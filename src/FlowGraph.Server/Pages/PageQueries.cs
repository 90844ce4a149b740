using System.Collections.Frozen;
using System.Text.Json;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Pages;

/// <summary>Asks the public API, as any client could, but within the process and of one store.</summary>
internal sealed class PageQueries(Application application, FlowGraphOptions options)
{
    private const string Folder = "pages/operations/";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private static readonly FrozenDictionary<string, string> _operations = typeof(PageQueries).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..], name => System.Text.Encoding.UTF8.GetString(ServedFile.Read(name, "", "").Content));

    /// <exception cref="StoreException">The store cannot answer now.</exception>
    /// <exception cref="RequestException">The API refuses what was asked.</exception>
    /// <exception cref="ReleaseChangedException">The store holds another release by now.</exception>
    public async Task<T> AskAsync<T>(string operation, IGraphStore store, Dictionary<string, InputLiteral> variables, CancellationToken cancellationToken)
    {
        using var request = GraphQLRequest.Of(_operations[operation], variables: variables);
        using var writer = new JsonResponseWriter(options.Limits.Response);
        var outcome = await application.Executor.ExecuteAsync(request, store, options.PublicUrl ?? "", writer, cancellationToken);
        var answer = JsonSerializer.Deserialize<PageAnswer<T>>(writer.Written, _json)!;
        if (answer.Errors is not [var fault, ..])
            return answer.Data!;
        var (code, hint) = (fault.Extensions?.Code ?? "", fault.Extensions?.Hint);
        throw outcome.Status is ResponseStatus.StoreAbsent or ResponseStatus.TimedOut ? new StoreException(code, fault.Message, hint) : new RequestException(code, fault.Message, hint);
    }
}
