using System.Diagnostics;
using System.Globalization;

namespace FlowGraph.Benchmarks;

/// <summary>Time and processor time since the step before. On a busy machine the second is the steadier of the two.</summary>
internal sealed class StepClock
{
    private long _time = Stopwatch.GetTimestamp();
    private TimeSpan _processor = Processor;

    private static TimeSpan Processor => Environment.CpuUsage.TotalTime;

    public Step Next()
    {
        var (time, processor) = (Stopwatch.GetTimestamp(), Processor);
        var step = new Step(Stopwatch.GetElapsedTime(_time, time).TotalMilliseconds, (processor - _processor).TotalMilliseconds);
        (_time, _processor) = (time, processor);
        return step;
    }

    /// <param name="Elapsed">Milliseconds.</param>
    /// <param name="Processor">Milliseconds.</param>
    public sealed record Step(double Elapsed, double Processor)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed} {Processor}");
    }
}
