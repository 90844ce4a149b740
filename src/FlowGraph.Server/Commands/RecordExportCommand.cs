using System.CommandLine;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Commands;

/// <summary>One fact, node, source or chain as a file: the bytes of GET /export/….</summary>
internal sealed class RecordExportCommand : FlowGraphCommand
{
    private readonly ExportKind _kind;
    private readonly Argument<string> _id;
    private readonly ExportOutput _output = new(required: false);

    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = string.Join('|', ExportFormats.Extensions),
        Description = "md (default): to read and print, with footnotes. csv: a row a fact. json: everything. csl.json, bib: the sources. graphml: for graph programs. geojson: the places.",
        DefaultValueFactory = _ => ExportFormats.Extensions[0],
    }.AcceptOnlyFromAmong([.. ExportFormats.Extensions]);

    public RecordExportCommand(ExportKind kind, string example, string description, CommonOptions common)
        : base(ExportName.NameOf(kind), description)
    {
        _kind = kind;
        _id = new("ID") { Description = $"Its id, such as {example}." };
        Add(_id);
        Add(_format);
        Add(_output.Option);
        Add(common.Store);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (id, ending) = (context.Value(_id)!, context.Value(_format)!); // an argument that must be there, and a default
        var name = Parse(id, ending);
        using var application = context.CreateApplication();
        using var opened = await OpenedStore.OpenAsync(context, application, cancellationToken);
        string? text;
        try
        {
            text = await RecordExport.WriteAsync(opened.Store, name.Kind, name.Id, name.Format, context.Options.PublicUrl ?? "", cancellationToken);
        }
        catch (ReleaseChangedException)
        {
            throw new Neo4jException(Neo4jFault.Unreachable, "The release in the database was replaced meanwhile; try again.");
        }
        if (text is null)
        {
            var other = RecordExport.KindOf(opened.Store, id) is { } kind && kind != _kind ? $"What has such an id is a {ExportName.NameOf(kind)}: flowgraph export {ExportName.NameOf(kind)} {id}" : null;
            throw new UsageException($"There is no {Name} '{id}' in {opened.Store.Release.Id}.", other is null ? [] : [other]);
        }
        await _output.WriteAsync(context, text, cancellationToken);
        return ExitCode.Done;
    }

    private ExportName.Record Parse(string id, string ending)
    {
        try
        {
            return (ExportName.Record)ExportName.Parse($"{Name}/{id}.{ending}");
        }
        catch (RequestException fault)
        {
            throw new UsageException(fault.Message);
        }
    }
}
