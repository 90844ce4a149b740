using System.Diagnostics;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>A folder with a package.json, its packages installed: a copy under artifacts/, so that the checkout stays clean.</summary>
internal sealed class NodeFolder
{
    private const string Lock = "package-lock.json";
    private const string Packages = "node_modules";

    private static readonly string[] _networkFaults = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "E401", "E403", "E404", "E429", "E50"];

    private readonly string _path;

    private NodeFolder(string path) => _path = path;

    /// <summary>Skips the test where Node, npm or the registry is absent.</summary>
    public static async Task<NodeFolder> InstallAsync(string source, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(Has("node") && Has("npm"), "Node or npm is not on PATH. Install Node 20 or later.");
        var folder = new NodeFolder(Repository.PathOf("artifacts", "node", Path.GetFileName(source)));
        var isInstalled = folder.HasSame(Lock, source) && File.Exists(Path.Combine(folder._path, "installed"));
        folder.CopyFrom(source);
        if (isInstalled)
            return folder;
        var install = await folder.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken);
        Assert.SkipWhen(install.ExitCode != 0 && Array.Exists(_networkFaults, fault => install.Error.Contains(fault, StringComparison.Ordinal)),
            $"The packages of {Repository.Relative(source)} cannot be fetched: {install.Error.Trim().Split('\n')[0]} Let npm reach its registry.");
        Assert.True(install.ExitCode == 0, install.Error);
        await File.WriteAllTextAsync(Path.Combine(folder._path, "installed"), "", cancellationToken);
        return folder;
    }

    public string PathOf(string file) => Path.Combine(_path, file);

    /// <summary>Runs a program in the folder, to its end.</summary>
    public async Task<NodeRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() && program == "npm" ? "npm.cmd" : program, arguments)
        {
            WorkingDirectory = _path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private bool HasSame(string file, string source) =>
        File.Exists(PathOf(file)) && File.ReadAllBytes(PathOf(file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(source, file)));

    private void CopyFrom(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file);
            if (name.Split(Path.DirectorySeparatorChar).Any(part => part is Packages or "dist"))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.Copy(file, PathOf(name), overwrite: true);
        }
    }

    private static bool Has(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Any(File.Exists);
    }
}

internal sealed record NodeRun(int ExitCode, string Output, string Error);
