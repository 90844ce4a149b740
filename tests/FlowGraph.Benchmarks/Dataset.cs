using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>A dataset, read and validated.</summary>
internal static class Dataset
{
    /// <param name="folder">The starter dataset, if not another.</param>
    public static GraphRelease Read(GraphModel model, string? folder = null)
    {
        var result = DatasetImport.Read(folder ?? Repository.Dataset, model, CancellationToken.None);
        return result.Release ?? throw new BenchmarkException(ExitCode.WrongUsage, $"The dataset has faults: {string.Join(Environment.NewLine, result.Diagnostics.Take(5))}");
    }
}
