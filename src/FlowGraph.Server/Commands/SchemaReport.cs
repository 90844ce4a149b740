using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Loading;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>What is done to a database that neo4j-admin filled: constraints, indexes, audit.</summary>
internal static class SchemaReport
{
    private static readonly TimeSpan _deadline = TimeSpan.FromHours(1);

    public static async Task<int> RunAsync(CommandContext context, INeo4jClient client, bool asJson, CancellationToken cancellationToken)
    {
        await ServerCheck.RunAsync(client, cancellationToken);
        var reads = new LongStatements(client, AccessMode.Read, _deadline, TimeProvider.System);
        if (await Audit.ReleaseAsync(reads, ShippedModel.Instance, cancellationToken) is not { } stored)
        {
            context.Printer.Fault($"The {client.Address} holds no release. Load one with import, or with the command that export prints.");
            return ExitCode.No;
        }

        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var (created, audit) = await LoadProgressDisplay.ShowAsync("import", context.Surroundings, time, async progress =>
        {
            progress.Report(new(LoadPhase.Indexes, 0, 1));
            var count = await new SchemaSetup(client).CreateMissingAsync(ShippedModel.Instance, cancellationToken);
            progress.Report(new(LoadPhase.Auditing, 1, 1));
            return (count, await Audit.RunAsync(reads, ShippedModel.Instance, cancellationToken));
        });
        var isWhole = stored.State == ReleaseState.Ready && audit.IsClean;
        if (asJson)
        {
            await context.Printer.AnswerAsync(Json(stored, created, audit, time.GetElapsedTime(start)), CancellationToken.None);
            return isWhole ? ExitCode.Done : ExitCode.No;
        }
        context.Printer.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stored.Info.Label} in the {client.Address}: {(created == 0 ? "no constraint or index was missing" : $"{created} constraints and indexes created")}, {(audit.IsClean ? "the audit is clean" : "the audit found faults")}, in {time.GetElapsedTime(start).TotalSeconds:0.0} s."));
        if (stored.State == ReleaseState.Loading)
            context.Printer.Fault("Its state is LOADING: a load of it is under way or was broken off; then run the same import again.");
        if (!audit.IsClean)
            AuditCommand.Print(context.Printer.Error, audit);
        return isWhole ? ExitCode.Done : ExitCode.No;
    }

    private static string Json(StoredRelease stored, int created, AuditReport audit, TimeSpan elapsed) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("result", "SCHEMA_ONLY");
        json.WritePropertyName("release");
        ReleaseWords.Write(json, stored.Info);
        json.WriteString("state", stored.State == ReleaseState.Ready ? "READY" : "LOADING");
        json.WriteNumber("created", created);
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.WritePropertyName("audit");
        AuditCommand.Write(json, audit);
        json.WriteEndObject();
    });
}
