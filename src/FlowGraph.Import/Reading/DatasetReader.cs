using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Reading;

/// <summary>Reads the manifest and opens every file it lists: with <see cref="DatasetFile"/> the only place of the import that touches the disk.</summary>
internal static class DatasetReader
{
    /// <summary>Bytes of files that are kept in memory; a larger dataset is read anew whenever its records are asked for.</summary>
    public const long Small = 64 * 1024 * 1024;

    private const int BytesOfId = 250;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Null when there is no manifest that names the files.</summary>
    public static DatasetText? Read(string directory, Faults faults, long small = Small)
    {
        if (!Directory.Exists(directory))
        {
            faults.Add(ErrorCodes.ImportFileMissing, null, $"There is no folder '{directory}'.", directory, $"a folder with a {Manifest.FileName}");
            return null;
        }

        if (Guarded(directory, Manifest.FileName, faults, File.ReadAllBytes) is not { } bytes)
            return null;

        if (JsonReader.Read(bytes.AsSpan(MarkIn(Manifest.FileName, bytes, faults)), new LinePlace(Manifest.FileName, 0), faults) is not { } text)
            return null;

        var manifest = new ManifestReader(text, faults).Read();
        var bytesOfFiles = manifest.Files.Select(name => new FileInfo(Path.Combine(directory, name))).Sum(file => file.Exists ? file.Length : 0);
        var isSmall = bytesOfFiles <= small;
        var files = manifest.Files.Select(name => Open(directory, name, isSmall, faults));
        var dataset = new DatasetText(manifest, [.. files]) { IsSmall = isSmall, SizeHint = (int)Math.Min(int.MaxValue / 16, bytesOfFiles / BytesOfId) };

        foreach (var name in Directory.EnumerateFiles(directory, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Except(manifest.Files))
        {
            faults.Add(
                ErrorCodes.ImportFileUnlisted, new SourceLocation(Manifest.FileName, 0, 0, "files"), $"The file '{name}' is in the folder but not in 'files'.",
                name, "every .jsonl file listed", $"Add '{name}' to 'files', or take the file away.");
        }

        return dataset;
    }

    private static DatasetFile Open(string directory, string name, bool isKept, Faults faults)
    {
        var bytes = Guarded(directory, name, faults, isKept ? File.ReadAllBytes : Head);
        return bytes is null
            ? DatasetFile.Missing(name)
            : DatasetFile.Of(Path.Combine(directory, name), name, MarkIn(name, bytes, faults), isKept ? bytes : null);
    }

    private static byte[] Head(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[ByteOrderMark.Length];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <returns>The length of the byte order mark, which is a fault.</returns>
    private static int MarkIn(string name, byte[] bytes, Faults faults)
    {
        if (!bytes.AsSpan().StartsWith(ByteOrderMark))
            return 0;
        faults.Add(
            ErrorCodes.ImportEncoding, new SourceLocation(name, 1), $"The file '{name}' begins with a byte order mark; expected UTF-8 without one.",
            "a byte order mark", "UTF-8 without a byte order mark", "Save the file without it.");
        return ByteOrderMark.Length;
    }

    private static byte[]? Guarded(string directory, string name, Faults faults, Func<string, byte[]> read)
    {
        try
        {
            return read(Path.Combine(directory, name));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            var isManifest = name == Manifest.FileName;
            faults.Add(
                ErrorCodes.ImportFileMissing, isManifest ? null : new SourceLocation(Manifest.FileName, 0, 0, "files"),
                $"There is no file '{name}' in '{Path.GetFileName(Path.GetFullPath(directory))}'.", name,
                isManifest ? "the manifest of the dataset" : "the file that 'files' lists");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(
                ErrorCodes.ImportFileMissing, new SourceLocation(name, 0), $"The file '{name}' cannot be read: {fault.Message}", name, "a readable file");
        }

        return null;
    }
}
