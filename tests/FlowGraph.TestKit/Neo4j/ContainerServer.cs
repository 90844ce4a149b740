using System.Net.Sockets;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace FlowGraph.TestKit.Neo4j;

/// <summary>Neo4j Community in a container.</summary>
internal sealed class ContainerServer : Neo4jServer
{
    private const int Port = 7474;
    private const int BoltPort = 7687;
    private const string TestPassword = "flowgraph-test";

    private readonly IContainer _container;

    private ContainerServer(IContainer container)
        : base(Address("http", container, Port), Address("bolt", container, BoltPort), "neo4j", TestPassword) => _container = container;

    // The port that leads into the container is not the one that the server knows.
    public override bool HasBrowser => false;

    /// <summary>A Docker engine listens, at DOCKER_HOST or at its usual socket.</summary>
    public static bool IsPossible
    {
        get
        {
            if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 })
                return true;
            if (OperatingSystem.IsWindows())
                return File.Exists(@"\\.\pipe\docker_engine");
            try
            {
                using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Connect(new UnixDomainSocketEndPoint("/var/run/docker.sock"));
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }

    public static async Task<ContainerServer> StartAsync(CancellationToken cancellationToken)
    {
        var container = new ContainerBuilder("neo4j:5.26-community")
            .WithPortBinding(Port, assignRandomHostPort: true)
            .WithPortBinding(BoltPort, assignRandomHostPort: true)
            .WithEnvironment("NEO4J_AUTH", $"neo4j/{TestPassword}")
            .WithEnvironment("NEO4J_server_memory_heap_max__size", "1g")
            .WithEnvironment("NEO4J_server_queryapi_transaction__idle__timeout", "5s")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(Port)))
            .Build();
        await container.StartAsync(cancellationToken);
        return new(container);
    }

    public override async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync();
        await base.DisposeAsync();
    }

    private static Uri Address(string scheme, IContainer container, int port) => new UriBuilder(scheme, container.Hostname, container.GetMappedPublicPort(port)).Uri;
}
