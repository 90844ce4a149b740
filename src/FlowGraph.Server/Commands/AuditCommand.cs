using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Loading;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Asks a Neo4j database what must hold in it.</summary>
internal sealed class AuditCommand : FlowGraphCommand
{
    private const int RowsPrinted = 20;

    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(10);

    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON.");

    public AuditCommand(CommonOptions common)
        : base("audit", "Check a Neo4j database: every fact cited, every citation complete, as much of everything as the release says. Exit 1 when not.")
    {
        Add(_json);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var client = Neo4jConnection.Open(context);
        await ServerCheck.RunAsync(client, cancellationToken);
        var reads = new LongStatements(client, AccessMode.Read, _deadline, TimeProvider.System);
        var stored = await Audit.ReleaseAsync(reads, ShippedModel.Instance, cancellationToken);
        if (stored is null)
        {
            context.Printer.Fault($"The {client.Address} holds no release. Load one with import.");
            return ExitCode.No;
        }
        var report = await Audit.RunAsync(reads, ShippedModel.Instance, cancellationToken);
        var isWhole = stored.State == ReleaseState.Ready && report.IsClean;
        if (context.Value(_json))
        {
            await context.Printer.AnswerAsync(Json(stored, report), cancellationToken);
            return isWhole ? ExitCode.Done : ExitCode.No;
        }
        context.Printer.Output.WriteLine($"{stored.Info.Label} in the {client.Address}");
        if (stored.State == ReleaseState.Loading)
            context.Printer.Output.WriteLine("It is being loaded, or its load was broken off: then run the same import again.");
        Print(context.Printer.Output, report);
        return isWhole ? ExitCode.Done : ExitCode.No;
    }

    /// <summary>One line a question, and below it what was found.</summary>
    public static void Print(IAnsiConsole console, AuditReport report)
    {
        foreach (var (question, rows) in report.Findings)
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{rows.Length}{(rows.Length == AuditCypher.Limit ? " or more" : "")}");
            console.Write(new Paragraph().Append($"{question.Title}: ").Append(rows.IsEmpty ? "none" : count, new Style(rows.IsEmpty ? Color.Green : Color.Red)).Append("\n"));
            foreach (var row in rows.Take(RowsPrinted))
                console.Write(new Paragraph($"  {string.Join(", ", question.Columns.Zip(row, (column, value) => $"{column} {value}"))}\n"));
            if (rows.Length > RowsPrinted)
                console.Write(new Paragraph("  …\n"));
        }
    }

    public static void Write(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("clean", report.IsClean);
        json.WriteStartObject("questions");
        foreach (var (question, rows) in report.Findings)
        {
            json.WriteStartArray(question.Name);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (column, value) in question.Columns.Zip(row))
                    json.WriteString(column, value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Json(StoredRelease stored, AuditReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("release");
        ReleaseWords.Write(json, stored.Info);
        json.WriteString("state", stored.State == ReleaseState.Ready ? "READY" : "LOADING");
        json.WritePropertyName("audit");
        Write(json, report);
        json.WriteEndObject();
    });
}
