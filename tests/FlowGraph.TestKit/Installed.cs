namespace FlowGraph.TestKit;

/// <summary>What can be started on this machine.</summary>
public static class Installed
{
    public const string ChromiumVariable = "FLOWGRAPH_TEST_CHROMIUM";

    // Debian keeps servers where not every user's PATH leads.
    private static readonly string[] _folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin"];

    public static bool Has(string program) => PathOf(program) is not null;

    /// <summary>The browser that is named, else the one on the path.</summary>
    public static string? Chromium() => Environment.GetEnvironmentVariable(ChromiumVariable) is { Length: > 0 } named
        ? named
        : (OperatingSystem.IsWindows() ? ["chromium.exe", "chrome.exe"] : new[] { "chromium", "chromium-browser" }).Select(PathOf).FirstOrDefault(path => path is not null);

    public static string? PathOf(string program) => _folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
