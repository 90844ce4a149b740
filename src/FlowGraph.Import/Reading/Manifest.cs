using System.Collections.Immutable;
using FlowGraph.Model.Records;

namespace FlowGraph.Import.Reading;

/// <summary><c>dataset.json</c>: what a dataset says of itself. Texts that are missing are empty; the fault has been noted.</summary>
internal sealed record Manifest
{
    public const string FileName = "dataset.json";

    public required JsonObject Text { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Licence { get; init; }

    public required DateOnly ReleasedAt { get; init; }

    public required string Contact { get; init; }

    public string? Corrections { get; init; }

    public required ImmutableArray<CountingGroup> CountingGroups { get; init; }

    /// <summary>Every record file, in order.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The hash that the manifest claims; null when it claims none.</summary>
    public string? Sha256 { get; init; }
}
