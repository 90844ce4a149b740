using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Benchmarks;

/// <summary>The starter dataset, read and validated.</summary>
internal static class Dataset
{
    public static GraphRelease Read(GraphModel model)
    {
        var result = DatasetImport.Read(Repository.Dataset, model, CancellationToken.None);
        return result.Release ?? throw new BenchmarkException(ExitCode.WrongUsage, $"The dataset has faults: {string.Join(Environment.NewLine, result.Diagnostics.Take(5))}");
    }
}
