using System.CommandLine;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Commands;

/// <summary>The whole release as one file: the bytes of GET /export/dataset.….</summary>
internal sealed class DatasetExportCommand : FlowGraphCommand
{
    private readonly ExportOutput _output = new(required: true);

    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = string.Join('|', ExportFormats.DatasetExtensions),
        Description = "jsonl.gz: a line a record, packed. csv.zip: tables, packed. graphml: for graph programs. geojson: the places.",
        Required = true,
    }.AcceptOnlyFromAmong([.. ExportFormats.DatasetExtensions]);

    public DatasetExportCommand(CommonOptions common)
        : base("dataset", "Write the whole release as one file.")
    {
        Add(_format);
        Add(_output.Option);
        Add(common.Store);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var format = ExportFormats.ParseDataset(context.Value(_format)!)!.Value; // only these are accepted
        using var application = context.CreateApplication();
        using var opened = await OpenedStore.OpenAsync(context, application, cancellationToken);
        try
        {
            await _output.WriteAsync(context, stream => DatasetExport.WriteAsync(opened.Store, format, stream, cancellationToken));
        }
        catch (ReleaseChangedException)
        {
            throw new Neo4jException(Neo4jFault.Unreachable, "The release in the database was replaced meanwhile; try again.");
        }
        return ExitCode.Done;
    }
}
