using System.Globalization;
using System.Text.Json;
using FlowGraph.Neo4j.Http;

namespace FlowGraph.Neo4j.Client;

/// <summary>What a server says of itself.</summary>
public sealed record ServerInfo(string Version, string Edition);

/// <summary>The first question to a server: is it there, may we in, is it new enough.</summary>
public static class ServerCheck
{
    /// <summary>The first version with transactions over the Query API.</summary>
    public const string OldestVersion = "5.26";

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(15);
    private static readonly CypherStatement _components = new("CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0], edition");

    /// <exception cref="Neo4jException">With one sentence that says what is wrong and what to do.</exception>
    public static async Task<ServerInfo> RunAsync(INeo4jClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            using var answer = await client.RunAsync(_components, AccessMode.Read, _deadline, cancellationToken);
            var info = new ServerInfo(answer[0, 0].GetString() ?? "", answer[0, 1].GetString() ?? "");
            return IsSupported(info.Version) ? info : throw TooOld(client.Address, info.Version);
        }
        catch (Neo4jException fault) when (client is QueryApiClient overHttp && fault.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded })
        {
            // Neo4j's Bolt port answers a GET with nothing, and does not answer a POST.
            if (await overHttp.DiscoverAsync(cancellationToken) == "")
                throw new Neo4jException(Neo4jFault.UnsupportedServer,
                    $"What answers at {ServerErrors.Server(client.Address)} speaks no HTTP, it may be a Bolt port; name the HTTP address of the server, usually with port 7474, or write bolt://{client.Address.Url.Authority}.");
            throw;
        }
        catch (Neo4jException fault) when (fault.Fault == Neo4jFault.UnsupportedServer && fault.Code is null)
        {
            // A server before the Query API knows at least how to say what it is.
            if (client is QueryApiClient overHttp && VersionOf(await overHttp.DiscoverAsync(cancellationToken)) is { } version && !IsSupported(version))
                throw TooOld(client.Address, version);
            throw;
        }
    }

    /// <param name="version"><c>5.26.31</c>, <c>2025.01.0</c>, <c>5.27-aura</c></param>
    public static bool IsSupported(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var parts = version.Split('.', '-', '+');
        return Number(parts, 0) is var major && (major > 5 || major == 5 && Number(parts, 1) >= 26);
    }

    private static int Number(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? VersionOf(string? discovery)
    {
        try
        {
            using var page = JsonDocument.Parse(discovery ?? "null");
            return page.RootElement.ValueKind == JsonValueKind.Object && page.RootElement.TryGetProperty("neo4j_version", out var version) ? version.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Neo4jException TooOld(Neo4jAddress address, string version) =>
        new(Neo4jFault.UnsupportedServer, $"Neo4j at {address.Url.GetLeftPart(UriPartial.Authority)} is version {version}; {OldestVersion} or newer is needed.");
}
