using System.CommandLine;
using System.CommandLine.Help;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>The executable: arguments in, exit code out.</summary>
public static class CommandLine
{
    private const string Name = "flowgraph";

    private const int WidthOfHelp = 110;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandSurroundings surroundings, CancellationToken cancellationToken)
    {
        var root = Root(surroundings);
        // "@file" is the value of --variables, not a file with further arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not (HelpAction or null) && parsed.Errors.Count > 0)
            return Refuse(parsed, surroundings);
        // Signals are the entry point's business; exceptions are answered by Guarded.
        var invocation = new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static Command Root(CommandSurroundings surroundings)
    {
        var common = new CommonOptions();
        var serve = new ServeCommand(common);
        // No RootCommand: that one is called as the process is, which may be a host such as a test run.
        var root = new Command(Name, "An evidence graph of who moved oil, arms and troops, and who says so, as GraphQL. Without a command: serve.")
        {
            serve,
            new ValidateCommand(),
            new CompileCommand(),
            new QueryCommand(common),
            new ChainsCommand(common),
            new ImportCommand(common),
            new AuditCommand(common),
            new ExportCommand(common),
            new SchemaCommand(),
            new ExplainCommand(),
        };
        root.Add(new HelpOption());
        root.Add(new VersionOption());
        root.Add(common.Dataset);
        root.Add(common.Urls);
        root.Add(common.Store);
        common.AddNeo4jTo(root);
        Bind(root, serve, common, surroundings);
        foreach (var command in root.Subcommands.Concat(root.Subcommands.SelectMany(command => command.Subcommands)).OfType<FlowGraphCommand>())
            Bind(command, command, common, surroundings);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpAction { MaxWidth = WidthOfHelp };
        return root;
    }

    private static void Bind(Command command, FlowGraphCommand body, CommonOptions common, CommandSurroundings surroundings) =>
        command.SetAction((parsed, cancellationToken) => GuardedAsync(body, new CommandContext(parsed, common, surroundings), cancellationToken));

    private static async Task<int> GuardedAsync(FlowGraphCommand command, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await command.RunAsync(context, cancellationToken);
        }
        catch (UsageException fault)
        {
            context.Printer.Fault(fault.Message, fault.Details);
            return ExitCode.Usage;
        }
        catch (ConfigurationException fault)
        {
            context.Printer.Fault("The configuration is wrong.", fault.Faults);
            return ExitCode.Usage;
        }
        catch (FlowGraphException fault)
        {
            CommandPrinter.Diagnostics(context.Printer.Error, fault.Diagnostics);
            context.Printer.Fault($"{(fault.Diagnostics.Count == 1 ? "1 fault" : $"{fault.Diagnostics.Count} faults")}; nothing was loaded.");
            return ExitCode.No;
        }
        catch (Neo4jException fault)
        {
            context.Printer.Fault(fault.Message);
            return Neo4jConnection.ExitCodeOf(fault);
        }
        catch (StoreException fault)
        {
            context.Printer.Fault(fault.Message);
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private static int Refuse(ParseResult parsed, CommandSurroundings surroundings)
    {
        var command = parsed.CommandResult.Command;
        var printer = new CommandPrinter(surroundings);
        foreach (var error in parsed.Errors)
            printer.Fault(error.Message);
        foreach (var token in parsed.UnmatchedTokens)
        {
            var candidates = token.StartsWith('-') ? command.Options.Select(option => option.Name) : command.Subcommands.Select(subcommand => subcommand.Name);
            if (Suggestion.Hint(token, candidates) is { } hint)
                printer.Fault(hint);
        }
        printer.Fault($"'{Name} {(command.Name == Name ? "" : command.Name + " ")}--help' shows what can be asked.");
        return ExitCode.Usage;
    }
}
