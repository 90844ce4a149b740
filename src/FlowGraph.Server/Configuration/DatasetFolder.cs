namespace FlowGraph.Server.Configuration;

/// <summary>Where the dataset lies. The default is also found from elsewhere: beside the program, that is, in the checkout it was built in.</summary>
public static class DatasetFolder
{
    private const string Manifest = "dataset.json";

    /// <param name="named">The user named the folder, or the file that it was compiled to: only that one is meant, seen from the working directory.</param>
    /// <returns>Null when it is not there.</returns>
    public static string? Find(string dataset, bool named, string workingDirectory, string programFolder)
    {
        var here = Path.GetFullPath(dataset, workingDirectory);
        if (named)
            return Path.Exists(here) ? here : null;
        if (File.Exists(Path.Combine(here, Manifest)) || File.Exists(here))
            return here;
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            var there = Path.GetFullPath(dataset, folder.FullName);
            if (File.Exists(Path.Combine(there, Manifest)))
                return there;
        }
        return null;
    }
}
