using System.Collections.Immutable;

namespace FlowGraph.Import.Reading;

/// <summary>A dataset as its files have it: JSON objects, nothing understood yet.</summary>
internal sealed record DatasetText(Manifest Manifest, ImmutableArray<DatasetFile> Files)
{
    /// <summary>Where every record stands that was read.</summary>
    public LineIndex Index { get; } = new();

    /// <summary>Small enough to be kept in memory as a whole.</summary>
    public bool IsSmall { get; init; }

    /// <summary>About how many ids it has, citations' too.</summary>
    public int SizeHint { get; init; }

    /// <summary>The manifest and every file that was looked at, in the order in which faults are told.</summary>
    public ImmutableArray<string> Order => [Manifest.FileName, .. Files.Select(file => file.Name)];
}

internal sealed record DatasetLine(LinePlace Place, JsonObject Record);
