using System.Net;
using System.Text.Json;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Http;

/// <summary>Errors in answers of the Query API. The status tells nothing: run-time errors come with 202.</summary>
internal static class QueryApiErrors
{
    /// <returns>Null when the answer has no error.</returns>
    public static Neo4jException? In(JsonElement answer, Neo4jAddress address)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
            return null;
        return ServerErrors.Of(Text(errors[0], "code") ?? "", Text(errors[0], "message") ?? "no reason given", address);
    }

    /// <summary>An answer that is none of the Query API's.</summary>
    public static Neo4jException OfForeign(HttpStatusCode status, Neo4jAddress address) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ServerErrors.Unauthorized(address, null),
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            new(Neo4jFault.Unreachable, FormattableString.Invariant($"No Neo4j answers at {ServerErrors.Server(address)} (HTTP {(int)status}); start it and try again.")),
        _ => new(Neo4jFault.UnsupportedServer, FormattableString.Invariant(
            $"What answers at {ServerErrors.Server(address)} does not speak Neo4j's Query API (HTTP {(int)status}); name the HTTP address of a Neo4j 5.26 or newer.")),
    };

    private static string? Text(JsonElement error, string name) => error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
