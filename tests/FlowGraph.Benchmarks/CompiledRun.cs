using System.Diagnostics;
using FlowGraph.Server;

namespace FlowGraph.Benchmarks;

/// <summary>A compiled release, loaded and asked for pages in the process that calls it.</summary>
/// <param name="Size">MiB.</param>
/// <param name="Load">Milliseconds, with the check of the whole file.</param>
/// <param name="Heap">MiB that are held when all else is collected.</param>
/// <param name="Peak">MiB, of the whole process.</param>
/// <param name="PeakAsked">The same after it was asked for the pages.</param>
/// <param name="Pages">Median microseconds, by what is asked for.</param>
internal sealed record CompiledRun(double Size, double Load, double Heap, double Peak, double PeakAsked, IReadOnlyDictionary<string, double> Pages)
{
    private const double MiB = 1048576;

    public static async Task<CompiledRun> MeasureAsync(string file, CancellationToken cancellationToken)
    {
        using var application = Application.Shipped();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = new StepClock();
        var store = application.Load(file, cancellationToken);
        var load = clock.Next().Elapsed;
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        var peak = MostMemory();
        var ask = new InProcess(application, store);
        // Once for the JIT compiler, as in the other process the chains were.
        await ScaleRun.PagesAsync(ask, cancellationToken);
        var pages = await ScaleRun.PagesAsync(ask, cancellationToken);
        return new(new FileInfo(file).Length / MiB, load, heap / MiB, peak, MostMemory(), pages);
    }

    private static double MostMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / MiB;
    }
}
