using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import.Reading;

/// <summary>Reads the manifest and every file it lists: the only place of the import that touches the disk.</summary>
internal static class DatasetReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Null when there is no manifest that names the files.</summary>
    public static DatasetText? Read(string directory, Faults faults, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
        {
            faults.Add(ErrorCodes.ImportFileMissing, null, $"There is no folder '{directory}'.", directory, $"a folder with a {Manifest.FileName}");
            return null;
        }

        if (ReadBytes(directory, Manifest.FileName, faults) is not { } bytes)
            return null;

        if (JsonReader.Read(bytes, new LinePlace(Manifest.FileName, 0), faults) is not { } text)
            return null;

        var manifest = new ManifestReader(text, faults).Read();
        var files = ImmutableArray.CreateBuilder<DatasetFile>(manifest.Files.Length);
        foreach (var name in manifest.Files)
            files.Add(ReadFile(directory, name, faults, cancellationToken));

        foreach (var name in Directory.EnumerateFiles(directory, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Except(manifest.Files))
        {
            faults.Add(
                ErrorCodes.ImportFileUnlisted, new SourceLocation(Manifest.FileName, 0, 0, "files"), $"The file '{name}' is in the folder but not in 'files'.",
                name, "every .jsonl file listed", $"Add '{name}' to 'files', or take the file away.");
        }

        return new DatasetText(manifest, files.DrainToImmutable());
    }

    private static DatasetFile ReadFile(string directory, string name, Faults faults, CancellationToken cancellationToken)
    {
        if (ReadBytes(directory, name, faults) is not { } bytes)
            return new DatasetFile(name, [], false);

        var lines = ImmutableArray.CreateBuilder<DatasetLine>();
        var whole = true;
        var rest = bytes.AsSpan();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsEmpty)
                continue;

            var place = new LinePlace(name, number);
            if (JsonReader.Read(line, place, faults) is { } record)
                lines.Add(new DatasetLine(place, record));
            else
                whole = false;
        }

        return new DatasetFile(name, lines.DrainToImmutable(), whole);
    }

    private static byte[]? ReadBytes(string directory, string name, Faults faults)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(directory, name));
            if (!bytes.AsSpan().StartsWith(ByteOrderMark))
                return bytes;
            faults.Add(
                ErrorCodes.ImportEncoding, new SourceLocation(name, 1), $"The file '{name}' begins with a byte order mark; expected UTF-8 without one.",
                "a byte order mark", "UTF-8 without a byte order mark", "Save the file without it.");
            return bytes[ByteOrderMark.Length..];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            var isManifest = name == Manifest.FileName;
            faults.Add(
                ErrorCodes.ImportFileMissing, isManifest ? null : new SourceLocation(Manifest.FileName, 0, 0, "files"),
                $"There is no file '{name}' in '{Path.GetFileName(Path.GetFullPath(directory))}'.", name, isManifest ? "the manifest of the dataset" : "the file that 'files' lists");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(ErrorCodes.ImportFileMissing, new SourceLocation(name, 0), $"The file '{name}' cannot be read: {fault.Message}", name, "a readable file");
        }

        return null;
    }
}
