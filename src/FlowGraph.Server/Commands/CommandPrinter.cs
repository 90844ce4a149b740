using FlowGraph.Model.Diagnostics;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Prints for people: colours on a terminal only.</summary>
internal sealed class CommandPrinter(CommandSurroundings surroundings)
{
    // Lines are broken by the terminal itself, if at all: what is copied from it, such as a command, stays one line.
    private const int Width = 100_000;

    public IAnsiConsole Output { get; } = Create(surroundings, surroundings.Output, surroundings.OutputIsTerminal);

    public IAnsiConsole Error { get; } = Create(surroundings, surroundings.Error, surroundings.ErrorIsTerminal);

    /// <summary>A finished answer, as it is, in one piece: a run that is interrupted before has written nothing.</summary>
    public async Task AnswerAsync(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await surroundings.Output.WriteAsync(text.EndsWith('\n') ? text : text + "\n");
        await surroundings.Output.FlushAsync(CancellationToken.None);
    }

    public void Fault(string message, params IReadOnlyList<string> details)
    {
        Error.Write(new Paragraph().Append("flowgraph: ", new Style(Color.Red)).Append(message + "\n"));
        foreach (var detail in details)
            Error.Write(new Paragraph("  " + detail + "\n"));
    }

    /// <summary>One line each: place, code, message, hint.</summary>
    public static void Diagnostics(IAnsiConsole console, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var line = new Paragraph();
            if (diagnostic.Location is { } at)
                line.Append($"{at}: ", new Style(Color.Grey));
            line.Append(diagnostic.Code, new Style(Color.Red)).Append($": {diagnostic.Message}");
            if (diagnostic.Hint is not null)
                line.Append($" {diagnostic.Hint}", new Style(Color.Green));
            console.Write(line.Append("\n"));
        }
    }

    private static IAnsiConsole Create(CommandSurroundings surroundings, TextWriter writer, bool isTerminal)
    {
        var colourful = isTerminal && surroundings.AllowsColour;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colourful ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colourful ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        return console;
    }
}
