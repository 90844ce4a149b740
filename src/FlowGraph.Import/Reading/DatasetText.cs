using System.Collections.Immutable;

namespace FlowGraph.Import.Reading;

/// <summary>A dataset as its files have it: JSON objects, nothing understood yet.</summary>
internal sealed record DatasetText(Manifest Manifest, ImmutableArray<DatasetFile> Files)
{
    /// <summary>The manifest and every file that was looked at, in the order in which faults are told.</summary>
    public ImmutableArray<string> Order => [Manifest.FileName, .. Files.Select(file => file.Name)];
}

/// <summary><paramref name="IsWhole"/> is false when a line or the file could not be read: then an id that seems unknown may stand there.</summary>
internal sealed record DatasetFile(string Name, ImmutableArray<DatasetLine> Lines, bool IsWhole);

internal sealed record DatasetLine(LinePlace Place, JsonObject Record);
