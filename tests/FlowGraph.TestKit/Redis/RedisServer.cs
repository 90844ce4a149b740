using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FlowGraph.TestKit.Redis;

/// <summary>A real Redis for a test: the one that is named, else a process of its own.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Variable = "FLOWGRAPH_TEST_REDIS";
    private const string Program = "redis-server";

    private readonly int _port;
    private Process? _process;

    private RedisServer(string configuration, int port)
    {
        (Configuration, _port) = (configuration, port);
        // A run that is broken off must not leave a server behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _process?.Kill();
    }

    /// <summary>What StackExchange.Redis connects by.</summary>
    public string Configuration { get; }

    /// <summary>It belongs to the test, which may stop it.</summary>
    public bool IsOwn => _port > 0;

    /// <param name="own">The test stops it.</param>
    /// <returns>A server, or why there is none and how to have one.</returns>
    public static async Task<(RedisServer? Server, string Reason)> StartAsync(bool own, CancellationToken cancellationToken)
    {
        if (!own && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return (new(given, 0), "");
        if (!Installed.Has(Program))
            return (null, $"No Redis: {(own ? "this test stops its own" : $"{Variable} is not set")}, and there is no {Program} on the PATH. Install it (apt-get install redis-server){(own ? "" : $", or name one with {Variable}=host:6379")}.");
        var port = FreePort();
        var server = new RedisServer(FormattableString.Invariant($"127.0.0.1:{port}"), port);
        await server.StartAsync(cancellationToken);
        return (server, "");
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, ["--port", FormattableString.Invariant($"{_port}"), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException($"{Program} ended."));
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal))
                ready.TrySetResult();
        };
        _process.Start();
        _process.BeginOutputReadLine();
        await ready.Task.WaitAsync(cancellationToken);
    }

    public async Task KillAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <param name="signal">STOP lets it hang, CONT lets it go on.</param>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{_process!.Id}")]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
