using System.CommandLine;
using System.Globalization;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Export;
using FlowGraph.Query.Exports;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Writes the whole release as files for neo4j-admin; its subcommands write single files.</summary>
internal sealed class ExportCommand : FlowGraphCommand
{
    private const string Neo4jImport = "neo4j-import";
    private const string Database = "neo4j";

    private readonly Argument<string> _folder = new("DIR") { Description = "Folder to write: new, empty, or with an earlier export, which is replaced." };

    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = Neo4jImport,
        Description = "neo4j-import, the only one: header and data files for neo4j-admin, which fills an empty database of any size in minutes. The command is printed.",
        Required = true,
    }.AcceptOnlyFromAmong(Neo4jImport);

    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON.");

    public ExportCommand(CommonOptions common)
        : base("export", "Write a fact, node, source or chain, or the whole release, as a file; or the release as files for neo4j-admin.")
    {
        Add(new RecordExportCommand(ExportKind.Fact, "carried-by:…, shipment:… or claim:…", "Write a fact as a file: an event, an edge or a claim, with its footnotes.", common));
        Add(new RecordExportCommand(ExportKind.Node, "vessel:… or shipment:…", "Write an entity or event as a file: its properties, claims side by side, the facts that touch it.", common));
        Add(new RecordExportCommand(ExportKind.Source, "source:…", "Write a source as a file, with what it is cited for.", common));
        Add(new RecordExportCommand(ExportKind.Chain, "chain:…, as the command chains prints it", "Write a chain as a file.", common));
        Add(new DatasetExportCommand(common));
        Add(_folder);
        Add(_format);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var dataset = context.Records();
        var named = context.Value(_folder)!; // an argument that must be there
        using var folder = ExportFolder.Open(named, context.Surroundings.WorkingDirectory);
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var (read, diagnostics) = await Task.Run(() => DatasetImport.Open(dataset, ShippedModel.Instance, cancellationToken), cancellationToken);
        var release = read ?? throw new FlowGraphException(diagnostics);
        ExportCounts counts;
        try
        {
            counts = await LoadProgressDisplay.ShowAsync(
                Name, context.Surroundings, time, progress => Task.Run(() => ImportExport.Write(release, folder.Partial, progress, cancellationToken), cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            folder.Complete(release.Info, Neo4jImport);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ExportFolder.Unusable(named, fault);
        }
        catch (NotSupportedException fault)
        {
            throw new UsageException(fault.Message);
        }

        var path = Path.GetFullPath(named, context.Surroundings.WorkingDirectory);
        var elapsed = time.GetElapsedTime(start);
        if (context.Value(_json))
            await context.Printer.AnswerAsync(Json(dataset, path, release.Info, counts, elapsed), CancellationToken.None);
        else
            Print(context.Printer.Output, path, release.Info, counts, elapsed);
        return ExitCode.Done;
    }

    private static void Print(IAnsiConsole console, string path, ReleaseInfo release, ExportCounts counts, TimeSpan elapsed)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: {release.Label}, {counts.Nodes:N0} nodes and {counts.Edges:N0} edges in {elapsed.TotalSeconds:0.0} s."));
        console.WriteLine("1. Import them, with the server stopped or into the home of a new one (into a database that is there: add --overwrite-destination):");
        console.WriteLine($"   {Command(path)}");
        console.WriteLine("2. Start that server, then create constraints and indexes and audit what is there:");
        console.WriteLine("   flowgraph import --schema-only --neo4j-url URL");
        console.WriteLine($"   ({ImportExport.Constraints} holds the same statements, for cypher-shell.)");
    }

    private static string Json(string dataset, string path, ReleaseInfo release, ExportCounts counts, TimeSpan elapsed) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", dataset);
        json.WriteString("folder", path);
        json.WriteString("format", Neo4jImport);
        json.WritePropertyName("release");
        ReleaseWords.Write(json, release);
        json.WriteNumber("nodes", counts.Nodes);
        json.WriteNumber("edges", counts.Edges);
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.WriteString("command", Command(path));
        json.WriteEndObject();
    });

    // Its files are named without their folder, so that it may be moved or mounted elsewhere.
    private static string Command(string path) => $"cd {Shell(path)} && {ImportExport.Command(Database)}";

    private static string Shell(string path) =>
        path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '.' or '-' or '_') ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
