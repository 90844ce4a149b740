using FlowGraph.Server.Commands;
using FlowGraph.TestKit;

namespace FlowGraph.Tests.Commands;

/// <summary>One run of the executable within the test's own process, as if typed at the root of the checkout.</summary>
internal sealed class CommandRun
{
    private CommandRun(int exitCode, string output, string error)
    {
        ExitCode = exitCode;
        Output = output;
        Error = error;
    }

    public int ExitCode { get; }

    public string Output { get; }

    public string Error { get; }

    public static Task<CommandRun> OfAsync(CancellationToken cancellationToken, params string[] arguments) => OfAsync(arguments, cancellationToken);

    public static async Task<CommandRun> OfAsync(
        string[] arguments, CancellationToken cancellationToken, string input = "", bool terminal = false, params (string Name, string Value)[] environment)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = Surroundings(output, error) with
        {
            Input = new StringReader(input),
            OutputIsTerminal = terminal,
            ErrorIsTerminal = terminal,
            Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value),
        };
        var code = await CommandLine.RunAsync(arguments, surroundings, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    public static CommandSurroundings Surroundings(TextWriter output, TextWriter error) => new()
    {
        Input = TextReader.Null,
        Output = output,
        Error = error,
        WorkingDirectory = Repository.Root,
        ProgramFolder = AppContext.BaseDirectory,
        Environment = new Dictionary<string, string>(),
    };
}
