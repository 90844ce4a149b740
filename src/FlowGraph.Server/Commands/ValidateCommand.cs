using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlowGraph.Import;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Checks a dataset and names every fault. Writes nothing.</summary>
internal sealed class ValidateCommand : FlowGraphCommand
{
    private readonly Argument<string?> _folder = CommonOptions.Folder();

    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON.");

    public ValidateCommand()
        : base("validate", "Check a dataset: every fault with file, line, field, what was found and what was expected. Exit 1 when there is one.")
    {
        Add(_folder);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Records(_folder);
        var (release, diagnostics) = await Task.Run(() => DatasetImport.Open(folder, ShippedModel.Instance, cancellationToken), cancellationToken);
        if (context.Value(_json))
            await context.Printer.AnswerAsync(Json(folder, release?.Info, diagnostics), cancellationToken);
        else if (release is not null)
            context.Printer.Output.WriteLine($"{folder}: no fault. {ReleaseWords.Of(release.Info)}");
        else
        {
            CommandPrinter.Diagnostics(context.Printer.Output, diagnostics);
            context.Printer.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {diagnostics.Length} {(diagnostics.Length == 1 ? "fault" : "faults")}."));
        }
        return release is null ? ExitCode.No : ExitCode.Done;
    }

    private static string Json(string folder, ReleaseInfo? release, IEnumerable<Diagnostic> diagnostics) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", folder);
        json.WriteBoolean("valid", release is not null);
        json.WritePropertyName("release");
        if (release is null)
            json.WriteNullValue();
        else
            ReleaseWords.Write(json, release);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
            Write(json, diagnostic);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("file", diagnostic.Location?.File);
        Number(json, "line", diagnostic.Location?.Line);
        Number(json, "column", diagnostic.Location?.Column);
        json.WriteString("field", diagnostic.Location?.Field);
        json.WriteString("found", diagnostic.Found);
        json.WriteString("expected", diagnostic.Expected);
        json.WriteString("hint", diagnostic.Hint);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is > 0)
            json.WriteNumber(name, value.Value);
        else
            json.WriteNull(name);
    }
}
