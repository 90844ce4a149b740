using System.Diagnostics;
using System.Globalization;

namespace FlowGraph.Benchmarks;

/// <summary>The load generator wrk, with one thread: it shares the machine with the server that it drives.</summary>
internal sealed class Wrk(int connections)
{
    /// <exception cref="BenchmarkException">It is not on the PATH.</exception>
    public static void Require()
    {
        if (!Installed.Has("wrk"))
        {
            throw new BenchmarkException(ExitCode.ServiceMissing,
                "wrk: found no such program on the PATH, expected the load generator wrk 4. Install it with `apt-get install wrk` (Debian, Ubuntu), `brew install wrk` (macOS) or from https://github.com/wg/wrk.");
        }
    }

    /// <summary>Drives one endpoint with the bodies of a file, or without one gets it, for so many seconds.</summary>
    public async Task<WrkResult> RunAsync(Endpoint endpoint, string? bodies, int seconds, CancellationToken cancellationToken)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "rotate.lua");
        string[] arguments = ["-t1", string.Create(CultureInfo.InvariantCulture, $"-c{connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--timeout", "30s", "-s", script, endpoint.Url, "--", .. bodies is null ? Array.Empty<string>() : [bodies]];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        await using var stop = cancellationToken.Register(process.Kill);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (output.Split('\n').FirstOrDefault(line => line.StartsWith("result ", StringComparison.Ordinal)) is not { } line)
            throw new BenchmarkException(ExitCode.ServiceMissing, $"wrk ended with {process.ExitCode} and no result: {output}");
        long[] numbers = [.. line.Split(' ')[1..].Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return numbers is [var requests, var duration, 0, var median, var p99]
            ? new(requests, TimeSpan.FromMicroseconds(duration), median / 1000d, p99 / 1000d)
            : throw new BenchmarkException(ExitCode.ServiceMissing, $"{endpoint.Url}: {numbers[2]} of {numbers[0]} requests failed, expected none.");
    }
}

/// <param name="Median">Milliseconds from request to answer; half of them were quicker.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record WrkResult(long Requests, TimeSpan Duration, double Median, double P99)
{
    public double PerSecond => Requests / Duration.TotalSeconds;
}
