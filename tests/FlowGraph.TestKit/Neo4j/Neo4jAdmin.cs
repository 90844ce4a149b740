using System.Diagnostics;

namespace FlowGraph.TestKit.Neo4j;

/// <summary>Neo4j's own administration tool, from the jars beside the checkout.</summary>
public static class Neo4jAdmin
{
    private static readonly string _jars = Path.Combine(Path.GetDirectoryName(ScriptServer.Script)!, "lib"); // a file is in a folder

    /// <summary>Null when it can be run here, else why not.</summary>
    public static string? Missing => Directory.Exists(_jars) && !OperatingSystem.IsWindows()
        ? null
        : $"No neo4j-admin: it is run from {_jars}, which is not there.";

    /// <summary>Runs a command line that calls <c>neo4j-admin</c>, on a new home, and starts a server there.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    public static async Task<Neo4jServer> StartAfterAsync(string command, CancellationToken cancellationToken)
    {
        var home = ScriptServer.NewHome();
        var bin = Path.Combine(home, "bin");
        Directory.CreateDirectory(bin);
        Directory.CreateDirectory(Path.Combine(home, "conf"));
        var script = Path.Combine(bin, "neo4j-admin");
        var opens = string.Concat(((string[])["java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent"]).Select(package => $" --add-opens=java.base/{package}=ALL-UNNAMED"));
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec java -Xmx1g{opens} -cp '{_jars}/*' org.neo4j.cli.AdminTool \"$@\"\n", cancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}";
        (start.Environment["NEO4J_HOME"], start.Environment["NEO4J_CONF"]) = (home, Path.Combine(home, "conf"));
        using var process = Process.Start(start)!; // a shell is always a new process
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
            return await ScriptServer.StartAsync(home, [], cancellationToken);
        Directory.Delete(home, recursive: true);
        throw new InvalidOperationException($"{command}: {await output}{await error}");
    }
}
