using System.Collections.Immutable;
using FlowGraph.TestKit;

namespace FlowGraph.IntegrationTests.Loading;

/// <summary>The shipped release and a later one, with their lines, prepared once for all tests that put one in the place of the other.</summary>
public sealed class ReleasePair : IDisposable
{
    private readonly DatasetCopy _changed = ChangedDataset.Create();

    private ReleasePair() => Later = new("1.1.0", _changed.Folder, GraphLines.Of(TestApplication.Over(_changed.Folder).Release));

    public Side Shipped { get; } = new("1.0.0", Repository.PathOf("data", "oil-for-troops"), GraphLines.Of(TestApplication.Shared.Release));

    public Side Later { get; }

    public static ReleasePair Create() => new();

    public void Dispose() => _changed.Dispose();

    /// <param name="Lines">What a database that holds this release dumps.</param>
    public sealed record Side(string Version, string Folder, ImmutableArray<string> Lines);
}
