using System.Globalization;
using FlowGraph.Neo4j.Loading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FlowGraph.Server.Commands;

/// <summary>How far a load is: a bar on a terminal, elsewhere plain lines on standard error, one in two seconds at most.</summary>
internal static class LoadProgressDisplay
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <param name="command">Who says it on a plain line.</param>
    public static Task<T> ShowAsync<T>(string command, CommandSurroundings surroundings, TimeProvider time, Func<IProgress<LoadProgress>, Task<T>> work) =>
        surroundings.ErrorIsTerminal ? BarAsync(surroundings, work) : work(new Lines(command, surroundings.Error, time));

    /// <summary>A terminal on which something may move.</summary>
    public static IAnsiConsole Terminal(CommandSurroundings surroundings) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Detect,
        ColorSystem = surroundings.AllowsColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Detect,
        Out = new AnsiConsoleOutput(surroundings.Error),
    });

    private static Task<T> BarAsync<T>(CommandSurroundings surroundings, Func<IProgress<LoadProgress>, Task<T>> work) =>
        Terminal(surroundings).Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Words(LoadPhase.Indexes)))));

    private static string Words(LoadPhase phase) => phase switch
    {
        LoadPhase.Indexes => "constraints and indexes",
        LoadPhase.Comparing => "comparing",
        LoadPhase.Removing => "removing",
        LoadPhase.Writing => "nodes and edges",
        LoadPhase.Auditing => "audit",
        _ => "commit",
    };

    private sealed class Bar(ProgressTask task) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            task.Description = Words(value.Phase);
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0}/s") : "");
    }

    private sealed class Lines(string command, TextWriter writer, TimeProvider time) : IProgress<LoadProgress>
    {
        private long _last = time.GetTimestamp();
        private long? _first;

        public void Report(LoadProgress value)
        {
            if (value.Phase == LoadPhase.Writing)
                _first ??= time.GetTimestamp();
            if (time.GetElapsedTime(_last) < _pause)
                return;
            _last = time.GetTimestamp();
            writer.WriteLine($"{command}: {Words(value.Phase)}{(_first is { } first ? Rate(value, time.GetElapsedTime(first)) : "")}");
        }

        private static string Rate(LoadProgress value, TimeSpan elapsed)
        {
            var rate = value.Done / Math.Max(elapsed.TotalSeconds, 0.001);
            var remaining = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling((value.Total - value.Done) / rate):0} s left") : "";
            return string.Create(CultureInfo.InvariantCulture, $", {value.Done:N0} of {value.Total:N0} ({100.0 * value.Done / value.Total:0} %), {rate:N0} a second{remaining}");
        }
    }
}
