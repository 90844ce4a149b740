using System.CommandLine;
using System.Globalization;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using Spectre.Console;

namespace FlowGraph.Server.Commands;

/// <summary>Checks a dataset and writes it as one file, which is loaded without checking it again.</summary>
internal sealed class CompileCommand : FlowGraphCommand
{
    private readonly Argument<string?> _folder = CommonOptions.Folder();

    private readonly ExportOutput _output = new(required: true);

    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON.");

    public CompileCommand()
        : base("compile", "Check a dataset as validate does and write it as one file, laid out as it lies in memory: where a dataset is wanted, such as by serve --dataset, the file is loaded in an instant. For this build of the program only.")
    {
        _output.Option.Aliases.Add("--output");
        Add(_folder);
        Add(_output.Option);
        Add(_json);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Records(_folder);
        using var application = context.CreateApplication();
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var (release, file) = await StageDisplay.ShowAsync(Name, context.Surroundings, "checking the dataset", stage => Task.Run(async () =>
        {
            var read = application.Read(folder, cancellationToken);
            stage("laying it out");
            var store = EmbeddedStore.Load(read);
            stage("writing the file");
            return (store.Release, await _output.WriteFileAsync(context, stream =>
            {
                Application.Compile(store, stream, cancellationToken);
                // What takes the earlier file's place has to be there after a power cut too.
                stream.Flush(flushToDisk: true);
                return Task.CompletedTask;
            }));
        }, cancellationToken));

        var elapsed = time.GetElapsedTime(start);
        if (context.Value(_json))
            await context.Printer.AnswerAsync(Json(folder, file, release, elapsed), CancellationToken.None);
        else
            context.Printer.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.FullName}: {ReleaseWords.Of(release)}; {file.Length:N0} bytes in {elapsed.TotalSeconds:0.0} s."));
        return ExitCode.Done;
    }

    private static string Json(string folder, FileInfo file, ReleaseInfo release, TimeSpan elapsed) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", folder);
        json.WriteString("file", file.FullName);
        json.WriteNumber("bytes", file.Length);
        json.WritePropertyName("release");
        ReleaseWords.Write(json, release);
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.WriteEndObject();
    });
}
