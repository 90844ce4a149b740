using System.CommandLine;
using System.Globalization;
using FlowGraph.TestKit.Synthetic;

namespace FlowGraph.Benchmarks;

/// <summary>Writes a synthetic dataset to measure with.</summary>
internal sealed class GenerateCommand : Command
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly Argument<string> _folder = new("DIR") { Description = "Folder to write; it may not exist yet." };

    private readonly Option<int> _nodes = new("--nodes")
    {
        HelpName = "N",
        Description = $"Records: entities, events, claims and sources; every node but the citations. From {SyntheticSize.LeastNodes:N0} to {SyntheticSize.MostNodes:N0}.",
        DefaultValueFactory = _ => 100_000,
    };

    private readonly Option<long> _edges = new("--edges")
    {
        HelpName = "M",
        Description = "Relationships as Neo4j stores them: facts, CITED_BY, FROM_SOURCE, HAS_CLAIM, ASSERTED_BY, DERIVED_FROM. Default: five times the nodes.",
    };

    private readonly Option<ulong> _seed = new("--seed") { HelpName = "S", Description = "The same nodes, edges and seed give the same bytes.", DefaultValueFactory = _ => 1 };

    public GenerateCommand()
        : base("generate", "Write a synthetic dataset under the shipped model, with hubs, missing values and contested facts in shares like those of data/oil-for-troops.")
    {
        Add(_folder);
        Add(_nodes);
        Add(_edges);
        Add(_seed);
        SetAction((parsed, cancellationToken) =>
        {
            var nodes = parsed.GetValue(_nodes);
            var edges = parsed.GetResult(_edges) is null ? nodes * 5L : parsed.GetValue(_edges);
            return Task.FromResult(Write(parsed.GetValue(_folder)!, new(nodes, edges, parsed.GetValue(_seed)), cancellationToken)); // an argument that must be there
        });
    }

    private static int Write(string folder, SyntheticSize size, CancellationToken cancellationToken)
    {
        if (Path.Exists(folder))
            throw new BenchmarkException(ExitCode.WrongUsage, $"'{folder}' exists already; expected a folder that does not, so that nothing is overwritten.");
        var (planned, fault) = SyntheticDataset.Plan(size);
        if (planned is null)
            throw new BenchmarkException(ExitCode.WrongUsage, fault);

        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        try
        {
            var counts = SyntheticDataset.Write(folder, size, new Lines(time), cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{folder}: {counts.Nodes:N0} records, {counts.Citations:N0} citations, {counts.Edges:N0} relationships ({counts.Facts:N0} of them facts), seed {size.Seed}, in {time.GetElapsedTime(start).TotalSeconds:0.0} s."));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; nothing was written.");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BenchmarkException(ExitCode.WrongUsage, $"'{folder}' cannot be written: {failure.Message}");
        }
    }

    private sealed class Lines(TimeProvider time) : IProgress<SyntheticProgress>
    {
        private readonly long _start = time.GetTimestamp();
        private long _last = time.GetTimestamp();

        public void Report(SyntheticProgress value)
        {
            if (value.Done == 0 || time.GetElapsedTime(_last) < _pause)
                return;
            _last = time.GetTimestamp();
            var rate = value.Done / time.GetElapsedTime(_start).TotalSeconds;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"generate: {value.File}, {value.Done:N0} of {value.Total:N0} ({100.0 * value.Done / value.Total:0} %), {Math.Ceiling((value.Total - value.Done) / rate):0} s left"));
        }
    }
}
