using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FlowGraph.TestKit.Neo4j;

/// <summary>Neo4j Community from the jars beside the checkout, with its data in a temporary folder.</summary>
internal sealed class ScriptServer : Neo4jServer
{
    // A server that is being killed must be gone before it is started again: both write its process id.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _home;
    private readonly IReadOnlyList<string> _settings;
    private readonly int _http;
    private readonly int _bolt;

    private ScriptServer(string home, IReadOnlyList<string> settings, int http, int bolt, string password)
        : base(new Uri(FormattableString.Invariant($"http://127.0.0.1:{http}")), new Uri(FormattableString.Invariant($"bolt://127.0.0.1:{bolt}")), "neo4j", password)
    {
        (_home, _settings, _http, _bolt) = (home, settings, http, bolt);
        // A run that is broken off must not leave a server behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    public static string Script { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "neo4j", "neo4j-server"));

    public override bool IsOwn => true;

    /// <exception cref="InvalidOperationException">It does not start; the message says why.</exception>
    public static Task<ScriptServer> StartAsync(CancellationToken cancellationToken) => StartAsync(NewHome(), [], cancellationToken, lasts: true);

    public static string NewHome() => Path.Combine(Path.GetTempPath(), "flowgraph-neo4j-" + Guid.NewGuid().ToString("N"));

    /// <summary>With the data that are in <paramref name="home"/>, which is deleted at the end.</summary>
    /// <param name="settings">Further arguments of the script.</param>
    /// <param name="lasts">Until it is ended and started again it answers much.</param>
    /// <inheritdoc cref="StartAsync(CancellationToken)"/>
    public static async Task<ScriptServer> StartAsync(string home, IReadOnlyList<string> settings, CancellationToken cancellationToken, bool lasts = false)
    {
        var (http, bolt) = (FreePort(), FreePort());
        var server = new ScriptServer(home, settings, http, bolt, "flowgraph-test");
        await server.StartAsync(readOnly: false, cancellationToken, lasts);
        return server;
    }

    public override async Task KillAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(["kill", "--home", _home], cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override Task PauseAsync(CancellationToken cancellationToken) => SignalAsync("STOP", cancellationToken);

    public override Task ResumeAsync(CancellationToken cancellationToken) => SignalAsync("CONT", cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(["stop", "--home", _home], cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async Task RestartAsync(bool readOnly, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (File.Exists(Path.Combine(_home, "server.pid")))
                await RunAsync(["stop", "--home", _home], cancellationToken);
            await StartAsync(readOnly, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(_home, "server.pid")))
            await RunAsync(["kill", "--home", _home], CancellationToken.None);
        Directory.Delete(_home, recursive: true);
        _gate.Dispose();
        await base.DisposeAsync();
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        var id = (await File.ReadAllTextAsync(Path.Combine(_home, "server.pid"), cancellationToken)).Trim();
        using var process = Process.Start("kill", [$"-{signal}", id]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The server {id} cannot be sent {signal}.");
    }

    private Task StartAsync(bool readOnly, CancellationToken cancellationToken, bool lasts = false) => RunAsync(
        [
            "start", "--home", _home, "--http", FormattableString.Invariant($"{_http}"), "--bolt", FormattableString.Invariant($"{_bolt}"),
            // Who is killed leaves a transaction behind; the next one waits for its locks this long.
            "--conf", "server.queryapi.transaction_idle_timeout=5s", "--conf", "db.shutdown_transaction_end_timeout=1s", .. _settings, .. readOnly ? ["--read-only"] : (string[])[],
        ],
        cancellationToken,
        lasts);

    private static async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken, bool lasts = false)
    {
        var start = new ProcessStartInfo(Script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Half the time to start, on few cores: its classes are known to be sound, and most do not live long enough to win by better code.
        start.Environment["JAVA_TOOL_OPTIONS"] = "-XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote" + (lasts ? "" : " -XX:TieredStopAtLevel=1");
        using var process = Process.Start(start)!; // a script is always a new process
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException((await error).Trim());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void End()
    {
        var file = Path.Combine(_home, "server.pid");
        if (!File.Exists(file))
            return;
        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture));
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
