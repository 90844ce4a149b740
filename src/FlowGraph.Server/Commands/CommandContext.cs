using System.CommandLine;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Commands;

/// <summary>One run of a command: what was asked, the configuration, the way to print.</summary>
internal sealed class CommandContext(ParseResult arguments, CommonOptions common, CommandSurroundings surroundings)
{
    public CommandSurroundings Surroundings { get; } = surroundings;

    public CommonOptions Common { get; } = common;

    public CommandPrinter Printer { get; } = new(surroundings);

    /// <exception cref="ConfigurationException">With every fault.</exception>
    public FlowGraphOptions Options => field ??= ConfigurationReader.Read(Surroundings.ProgramFolder, Surroundings.Environment, Overrides());

    public T? Value<T>(Option<T> option) => arguments.GetValue(option);

    public T? Value<T>(Argument<T> argument) => arguments.GetValue(argument);

    public bool Has(Option option) => arguments.GetResult(option) is { Implicit: false };

    public Application CreateApplication() => Application.Shipped(Options.Limits.ToQueryLimits(), Options.Limits.ToDocumentLimits(), Options.Introspection);

    /// <summary>The folder of the configured dataset, or the file that it was compiled to.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public string Dataset() =>
        DatasetFolder.Find(Options.Dataset, Options.IsDatasetNamed, Surroundings.WorkingDirectory, Surroundings.ProgramFolder)
        ?? throw new UsageException($"There is no dataset in '{Options.Dataset}', seen from {Surroundings.WorkingDirectory}. Name its folder, or a file that it was compiled to, with --dataset or FLOWGRAPH_Dataset.");

    /// <summary>The folder that a command was given by itself, else the configured one.</summary>
    /// <exception cref="FlowGraphException">It is a compiled release.</exception>
    public string Records(Argument<string?> folder)
    {
        if (Value(folder) is not { } named)
            return Records();
        if (Has(Common.Dataset))
            throw new UsageException("The folder was given twice: as DIR and by --dataset.");
        _ = Options;
        var path = Path.GetFullPath(named, Surroundings.WorkingDirectory);
        return Path.Exists(path) ? Records(path) : throw new UsageException($"There is no folder '{named}'.");
    }

    /// <summary>The folder of the configured dataset.</summary>
    /// <exception cref="FlowGraphException">It is a compiled release.</exception>
    public string Records() => Records(Dataset());

    private static string Records(string dataset) => Directory.Exists(dataset) ? dataset : throw new FlowGraphException(
        new Diagnostic(ErrorCodes.CompiledRecords, "The records of a dataset are asked for, and this is a file.", new(dataset, 0), "Name the folder that it was compiled from: a compiled release is for serving and asking."));

    /// <summary>A file's text, or what standard input holds when <paramref name="file"/> is "-".</summary>
    public async Task<string> ReadTextAsync(string file, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            // A terminal at which nobody types is not woken by the token.
            return await Task.Run(() => Surroundings.Input.ReadToEndAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);
        }
        var path = Path.GetFullPath(file, Surroundings.WorkingDirectory);
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(File.Exists(path) ? $"The file '{file}' cannot be read: {fault.Message}" : $"There is no file '{file}'.");
        }
    }

    private IEnumerable<(string Option, string Key, string Value)> Overrides()
    {
        foreach (var (option, key) in Common.Settings)
        {
            if (Has(option) && Value(option) is { } value)
                yield return (option.Name, key, value);
        }
    }
}
