using System.Globalization;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Which stage of a long work runs: beside a sign that moves on a terminal, elsewhere as plain lines on standard error.</summary>
internal static class StageDisplay
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <param name="command">Who says it on a plain line.</param>
    /// <param name="stage">The first one.</param>
    /// <param name="work">Is told how to name the further ones.</param>
    public static async Task<T> ShowAsync<T>(string command, CommandSurroundings surroundings, string stage, Func<Action<string>, Task<T>> work)
    {
        if (surroundings.ErrorIsTerminal)
            return await LoadProgressDisplay.Terminal(surroundings).Status().StartAsync(stage, status => work(now => status.Status = now));
        using var stop = new CancellationTokenSource();
        var lines = LinesAsync(command, () => Volatile.Read(ref stage), surroundings.Error, stop.Token);
        try
        {
            return await work(now => Volatile.Write(ref stage, now));
        }
        finally
        {
            await stop.CancelAsync();
            await lines;
        }
    }

    private static async Task LinesAsync(string command, Func<string> stage, TextWriter writer, CancellationToken stopped)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopped))
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{command}: {stage()}, {time.GetElapsedTime(start).TotalSeconds:0} s"));
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The work is done; so is this.
        }
    }
}
