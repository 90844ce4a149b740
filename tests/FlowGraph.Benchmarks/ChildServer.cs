using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowGraph.Benchmarks;

/// <summary>A server in a process of its own; ended when disposed.</summary>
internal sealed class ChildServer : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(15);

    private readonly Process _process;
    private readonly string _address;
    private readonly long _started = Stopwatch.GetTimestamp();

    private ChildServer(string address, IEnumerable<string> arguments, string program = "dotnet", params IEnumerable<(string Name, string Value)> environment)
    {
        _address = address;
        // Nobody needs what it prints. A line for each request, read here even as bytes, would take the processor from what is measured.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            Environment = { ["NODE_ENV"] = "production" },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public TimeSpan SinceStart => Stopwatch.GetElapsedTime(_started);

    /// <summary>Time on a processor since the start, in user and kernel mode.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it uses now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Bytes of memory that are its own: none of what it has mapped of files.</summary>
    public long OwnMemory
    {
        get
        {
            const string Own = "RssAnon:";
            var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith(Own, StringComparison.Ordinal));
            return long.Parse(line[Own.Length..^" kB".Length], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <param name="dataset">The starter dataset, if not another.</param>
    /// <param name="settings">What is configured otherwise.</param>
    public static ChildServer Product(string? dataset = null, params IEnumerable<(string Name, string Value)> settings)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [Built("flowgraph.dll"), "serve", "--urls", address, "--dataset", dataset ?? Repository.Dataset], environment: settings);
    }

    /// <summary>The program that build/archive has packed for this machine; null where there is none.</summary>
    public static string? Archived()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "archive");
        return Directory.Exists(folder)
            ? Directory.GetDirectories(folder, $"flowgraph-*-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64")}").Select(unpacked => Path.Combine(unpacked, "flowgraph")).FirstOrDefault(File.Exists)
            : null;
    }

    /// <param name="program">A <c>flowgraph</c> that brings its runtime and its dataset.</param>
    public static ChildServer Of(string program)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, ["--urls", address], program);
    }

    /// <summary>Without its cache of answers, so that the database is asked each time.</summary>
    /// <param name="url">The HTTP or the Bolt address.</param>
    public static ChildServer OnNeo4j(Neo4jSettings neo4j, string url)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [Built("flowgraph.dll"), "serve", "--urls", address, "--store", "neo4j", "--neo4j-url", url, "--neo4j-database", neo4j.Database,
            "--neo4j-user", neo4j.User, "--neo4j-password-file", neo4j.PasswordFile, "--dataset", neo4j.Dataset], environment: ("FLOWGRAPH_Cache__Megabytes", "0"));
    }

    /// <param name="script">That of neo4j-graphql, with its packages beside it.</param>
    public static ChildServer Node(string script, Neo4jSettings neo4j)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [script, new Uri(address).Port.ToString(CultureInfo.InvariantCulture), neo4j.Bolt, neo4j.User, neo4j.PasswordFile, neo4j.Database], "node");
    }

    /// <param name="script">One of node-peers, with its packages beside it.</param>
    /// <param name="data">File with the exported records.</param>
    public static ChildServer Node(string script, string data)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [script, new Uri(address).Port.ToString(CultureInfo.InvariantCulture), data], "node");
    }

    /// <param name="data">File with the exported records.</param>
    public static ChildServer GraphQLNet(string data)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [Built("FlowGraph.Benchmarks.dll"), "graphql-net", "--urls", address, data]);
    }

    /// <summary>As a user starts it, with all that the SDK does before.</summary>
    public static ChildServer Run()
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, ["run", "--project", Path.Combine("src", "FlowGraph.Server"), "--", "--urls", address]);
    }

    public static ChildServer Floor(IEnumerable<string> sizes)
    {
        var address = Benchmarks.Endpoint.FreeAddress();
        return new(address, [Built("FlowGraph.Benchmarks.dll"), "floor", "--urls", address, .. sizes]);
    }

    /// <summary>A server over Neo4j audits the release when it starts; on a large one that takes minutes, and the database's processors.</summary>
    public async Task AuditedAsync(CancellationToken cancellationToken)
    {
        var health = Endpoint("/health/ready");
        var last = "no answer yet";
        while (SinceStart < _patience)
        {
            try
            {
                (var isReady, last) = await health.GetAsync(cancellationToken);
                if (isReady)
                    return;
            }
            catch (HttpRequestException fault)
            {
                last = fault.Message;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
        throw new BenchmarkException(ExitCode.ServiceMissing, $"{health.Url}: expected a server over an audited release within {_patience.TotalMinutes} min, found: {last}");
    }

    public Endpoint Endpoint(string path) => new(_address, path);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static string Built(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly);
}
