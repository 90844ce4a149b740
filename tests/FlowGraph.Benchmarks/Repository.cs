namespace FlowGraph.Benchmarks;

/// <summary>The checkout that the benchmarks belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(Environment.CurrentDirectory) ?? Find(AppContext.BaseDirectory)
        ?? throw new BenchmarkException(ExitCode.WrongUsage, "Found no FlowGraph checkout above the working directory, expected a folder with data/oil-for-troops.");

    public static string Dataset { get; } = Path.Combine(Root, "data", "oil-for-troops");

    private static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "oil-for-troops", "dataset.json")))
                return folder.FullName;
        }
        return null;
    }
}
