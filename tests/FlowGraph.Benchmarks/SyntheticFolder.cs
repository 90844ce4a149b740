using System.Globalization;
using FlowGraph.TestKit.Synthetic;

namespace FlowGraph.Benchmarks;

/// <summary>A synthetic dataset in a folder of its own, removed when disposed.</summary>
internal sealed class SyntheticFolder : IDisposable
{
    private readonly string _parent;

    public SyntheticFolder(int nodes, CancellationToken cancellationToken)
    {
        _parent = Directory.CreateTempSubdirectory("flowgraph-benchmarks-").FullName;
        Path = System.IO.Path.Combine(_parent, "dataset");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Writing a synthetic dataset of {nodes:N0} records and {nodes * 5L:N0} relationships."));
        SyntheticDataset.Write(Path, new(nodes, nodes * 5L, 1), new Silent(), cancellationToken);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private sealed class Silent : IProgress<SyntheticProgress>
    {
        public void Report(SyntheticProgress value)
        {
            // Seconds are not worth a line.
        }
    }
}
