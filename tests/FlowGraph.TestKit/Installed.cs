namespace FlowGraph.TestKit;

/// <summary>What can be started on this machine.</summary>
public static class Installed
{
    // Debian keeps servers where not every user's PATH leads.
    private static readonly string[] _folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin"];

    public static bool Has(string program) => PathOf(program) is not null;

    public static string? PathOf(string program) => _folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
