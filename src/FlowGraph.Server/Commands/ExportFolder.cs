using System.Text;
using System.Text.Json;
using FlowGraph.Model.Records;

namespace FlowGraph.Server.Commands;

/// <summary>The folder of an export: filled beside its place and put there when it is whole. Only an earlier export gives way to it.</summary>
internal sealed class ExportFolder : IDisposable
{
    private const string Manifest = "export.json";

    /// <summary>What neo4j-admin leaves in the folder that it runs in.</summary>
    private const string ImportReport = "import.report";

    private readonly string _path;

    private ExportFolder(string path)
    {
        _path = path;
        Partial = $"{path}.partial-{Guid.NewGuid():N}";
        Directory.CreateDirectory(Partial);
    }

    /// <summary>Where files are written until all of them are.</summary>
    public string Partial { get; }

    /// <exception cref="UsageException">Something else is there, or the folder cannot be made.</exception>
    public static ExportFolder Open(string named, string workingDirectory)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(named, workingDirectory));
        if (File.Exists(path))
            throw new UsageException($"'{named}' is a file. Name a folder that does not exist, is empty, or holds an earlier export.");
        try
        {
            if (Directory.Exists(path) && Stray(path) is { } stray)
                throw new UsageException($"'{named}' is not empty and no earlier export: '{stray}' is in it. Name another folder, or take out what is there.");
            return new(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable(named, fault);
        }
    }

    public static UsageException Unusable(string named, Exception fault) => new($"'{named}' cannot be written: {fault.Message}");

    /// <summary>Writes what says whose files these are, and puts the folder in its place.</summary>
    public void Complete(ReleaseInfo release, string format)
    {
        var files = Directory.GetFiles(Partial).Select(file => Path.GetFileName(file)).Append(Manifest).Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(Partial, Manifest), JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            json.WritePropertyName("release");
            ReleaseWords.Write(json, release);
            json.WriteStartArray("files");
            foreach (var file in files)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteEndObject();
        }), new UTF8Encoding(false));
        if (!Directory.Exists(_path))
        {
            Directory.Move(Partial, _path);
            return;
        }
        var earlier = $"{_path}.earlier-{Guid.NewGuid():N}";
        Directory.Move(_path, earlier);
        Directory.Move(Partial, _path);
        Directory.Delete(earlier, recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Partial))
            Directory.Delete(Partial, recursive: true);
    }

    /// <returns>Something that no export wrote; null when there is nothing of that kind.</returns>
    private static string? Stray(string path)
    {
        var known = Known(Path.Combine(path, Manifest));
        return Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name));
    }

    private static HashSet<string> Known(string manifest)
    {
        if (!File.Exists(manifest))
            return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(manifest));
            return [.. json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString() ?? ""), ImportReport];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
