#if !DEBUG
using System.CommandLine;
#endif
using FlowGraph.Benchmarks;
#if !DEBUG
using FlowGraph.Benchmarks.Peers;
#endif

#if DEBUG
Console.Error.WriteLine("Found a Debug build, expected Release: dotnet run -c Release --project tests/FlowGraph.Benchmarks");
return ExitCode.WrongUsage;
#else
// Its faults are told below, in one sentence.
var plain = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
var write = new Option<bool>("--write") { Description = "Put the tables into docs/benchmarks.md.", Recursive = true };
var root = new RootCommand("Measures FlowGraph against the figures of docs/benchmarks.md. Without a command: all but scale and soak, which take long, overload, neo4j, which needs a loaded database, and exports.")
{
    write,
    LoadBenchmark.Command(write),
    ChainBenchmark.Command(write),
    NeighborhoodBenchmark.Command(write),
    SearchBenchmark.Command(write),
    AllocationBenchmark.Command(write),
    CheckBenchmark.Command(write),
    ColdBenchmark.Command(write),
    HttpBenchmark.Command(write),
    ServingBenchmark.Command(write),
    TelemetryBenchmark.Command(write),
    ExplorerBenchmark.Command(write),
    OverloadBenchmark.Command(write),
    SoakBenchmark.Command(write),
    ScaleBenchmark.Command(write),
    Neo4jBenchmark.Command(write),
    ExportBenchmark.Command(write),
    LoadBenchmark.OnceCommand(),
    ScaleBenchmark.OnceCommand(),
    ScaleBenchmark.CompiledCommand(),
    FloorServer.Command(),
    PeerServer.Command(),
    new GenerateCommand(),
};
root.SetAction(async (parsed, cancellationToken) =>
{
    foreach (var command in (string[])["load", "chain", "neighborhood", "search", "allocations", "checks", "cold", "http", "serving", "telemetry", "explorer"])
    {
        var code = await root.Parse(parsed.GetValue(write) ? [command, "--write"] : [command]).InvokeAsync(plain, cancellationToken);
        if (code != ExitCode.Done)
            return code;
    }
    return ExitCode.Done;
});
try
{
    return await root.Parse(args).InvokeAsync(plain);
}
catch (BenchmarkException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return fault.ExitCode;
}
#endif
