namespace FlowGraph.Server.Commands;

/// <summary>What a command sees of the world, so that a test can run one within its own process.</summary>
public sealed record CommandSurroundings
{
    public required TextReader Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Where lines about requests go to; null for nowhere.</summary>
    public Stream? RequestLog { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>The folder of the program, with appsettings.json.</summary>
    public required string ProgramFolder { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>NO_COLOR asks for none, whatever its value (no-color.org).</summary>
    public bool AllowsColour => !(Environment.TryGetValue("NO_COLOR", out var value) && value.Length > 0);

    public static CommandSurroundings OfProcess()
    {
        // Always UTF-8: names are Korean, Russian and Chinese, and a locale of "C" must not turn them into question marks.
        var utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = utf8;
        return new()
        {
            Input = new StreamReader(Console.OpenStandardInput(), utf8),
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            RequestLog = Console.OpenStandardError(),
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            ProgramFolder = AppContext.BaseDirectory,
            Environment = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? ""),
        };
    }
}
