using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Loads a dataset into Neo4j.</summary>
internal sealed class ImportCommand : FlowGraphCommand
{
    private readonly Argument<string?> _folder = CommonOptions.Folder();

    private readonly Option<bool> _replace = new("--replace") { Description = "Put the release in the place of whatever release is there, and write the same one anew." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the dataset and the database and say what would be done; write nothing." };

    private readonly Option<bool> _schemaOnly = new("--schema-only")
    {
        Description = "Create the constraints and indexes that are missing and audit what is there; read no dataset, load nothing. For what neo4j-admin imported.",
    };

    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON.");

    public ImportCommand(CommonOptions common)
        : base("import", "Load a dataset into Neo4j: constraints, nodes, edges, audit. All of it or nothing; the same release again changes nothing.")
    {
        Add(_folder);
        Add(_replace);
        Add(_dryRun);
        Add(_schemaOnly);
        Add(_json);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Value(_schemaOnly))
            return await CompleteAsync(context, cancellationToken);
        var folder = context.Records(_folder);
        using var client = Neo4jConnection.Open(context);
        // A server that has just started takes as long for its first answer as the dataset takes to be read.
        var checking = ServerCheck.RunAsync(client, cancellationToken);
        var (read, diagnostics) = await Task.Run(() => DatasetImport.Open(folder, ShippedModel.Instance, cancellationToken), cancellationToken);
        var release = read ?? throw new FlowGraphException(diagnostics);
        var server = await checking;

        var request = new LoadRequest { Replace = context.Value(_replace), DryRun = context.Value(_dryRun), OneTransaction = context.Options.Import.OneTransaction };
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var outcome = await LoadProgressDisplay.ShowAsync(
            Name, context.Surroundings, time, progress => new ReleaseLoader(client).LoadAsync(release, request, progress, cancellationToken));
        var elapsed = time.GetElapsedTime(start);

        // What is done is done: the report comes even if somebody asks to stop now.
        if (context.Value(_json))
            await context.Printer.AnswerAsync(Json(folder, client.Address, server, release.Info, outcome, elapsed), CancellationToken.None);
        else
            Print(context, outcome, elapsed);
        return outcome.Result == LoadResult.Refused ? ExitCode.No : ExitCode.Done;
    }

    private async Task<int> CompleteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Value(_folder) is not null || context.Value(_replace) || context.Value(_dryRun))
            throw new UsageException("--schema-only reads no dataset and loads nothing: give it neither DIR nor --replace nor --dry-run.");
        using var client = Neo4jConnection.Open(context);
        return await SchemaReport.RunAsync(context, client, context.Value(_json), cancellationToken);
    }

    private static void Print(CommandContext context, LoadOutcome outcome, TimeSpan elapsed)
    {
        var printer = context.Printer;
        if (outcome.Result == LoadResult.Refused)
        {
            printer.Fault(outcome.Sentence);
            if (outcome.Audit is { } faults)
                AuditCommand.Print(printer.Error, faults);
            return;
        }
        if (outcome is { Result: not LoadResult.Unchanged, Before: { State: ReleaseState.Loading } before })
            printer.Output.WriteLine($"An earlier load of {before.Info.Label} was broken off.");
        printer.Output.WriteLine(outcome.Sentence);
        var counts = outcome.Counts;
        if (outcome.Result == LoadResult.WouldLoad)
        {
            printer.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"It would write {counts.NodesWritten:N0} nodes and {counts.EdgesWritten:N0} edges, and remove {counts.NodesRemoved:N0} nodes and {counts.EdgesRemoved:N0} edges{(outcome.Before is { } old ? $" of {old.Info.Label}" : "")}."));
        }
        if (outcome.Result == LoadResult.Loaded)
        {
            printer.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{counts.NodesWritten:N0} nodes and {counts.EdgesWritten:N0} edges written, {counts.NodesRemoved:N0} nodes and {counts.EdgesRemoved:N0} edges removed in {elapsed.TotalSeconds:0.0} s; the audit is clean."));
        }
    }

    private static string Json(string folder, Neo4jAddress address, ServerInfo server, ReleaseInfo release, LoadOutcome outcome, TimeSpan elapsed) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", folder);
        json.WriteString("result", outcome.Result switch
        {
            LoadResult.Loaded => "LOADED",
            LoadResult.Unchanged => "UNCHANGED",
            LoadResult.WouldLoad => "WOULD_LOAD",
            _ => "REFUSED",
        });
        json.WriteString("message", outcome.Sentence);
        json.WritePropertyName("release");
        ReleaseWords.Write(json, release);
        json.WritePropertyName("before");
        WriteBefore(json, outcome.Before);
        json.WriteStartObject("server");
        json.WriteString("url", address.Url.GetLeftPart(UriPartial.Authority));
        json.WriteString("database", address.Database);
        json.WriteString("version", server.Version);
        json.WriteString("edition", server.Edition);
        json.WriteEndObject();
        json.WriteStartObject("nodes");
        json.WriteNumber("written", outcome.Counts.NodesWritten);
        json.WriteNumber("removed", outcome.Counts.NodesRemoved);
        json.WriteEndObject();
        json.WriteStartObject("edges");
        json.WriteNumber("written", outcome.Counts.EdgesWritten);
        json.WriteNumber("removed", outcome.Counts.EdgesRemoved);
        json.WriteEndObject();
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.WritePropertyName("audit");
        if (outcome.Audit is { } audit)
            AuditCommand.Write(json, audit);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    });

    private static void WriteBefore(Utf8JsonWriter json, StoredRelease? before)
    {
        if (before is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("id", before.Info.Id);
        json.WriteString("version", before.Info.Version);
        json.WriteString("sha256", before.Info.Sha256);
        json.WriteString("state", before.State == ReleaseState.Ready ? "READY" : "LOADING");
        json.WriteEndObject();
    }
}
