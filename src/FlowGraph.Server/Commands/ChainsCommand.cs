using System.CommandLine;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Commands;

/// <summary>How is A connected to B, and who says so: for a journalist at a terminal.</summary>
internal sealed class ChainsCommand : FlowGraphCommand
{
    private const int DefaultFirst = 3;

    private static readonly string[] _formats = ["md", "csv", "json", "csl-json", "bibtex", "graphml"];

    private readonly Argument<string> _from = new("FROM") { Description = "Where the chain begins: an id (port:…), or a name, alias, native or former name, acronym or key. A person only by id." };
    private readonly Argument<string> _to = new("TO") { Description = "Where it ends." };
    private readonly Option<int?> _maxHops = new("--max-hops") { HelpName = "N", Description = "The longest chain that is looked for, 1 to 8. Default: 6" };
    private readonly Option<int?> _first = new("--first") { HelpName = "N", Description = $"How many chains at most, 1 to 10. Default: {DefaultFirst}" };

    private readonly Option<string?> _minConfidence = new Option<string?>("--min-confidence") { HelpName = "HIGH|MODERATE|LOW", Description = "Every step has at least this confidence." }
        .AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "HIGH", "MODERATE", "LOW");

    private readonly Option<string[]> _via = new("--via") { HelpName = "ID", Description = "Ids of nodes or facts that the chain has to pass, all of them.", AllowMultipleArgumentsPerToken = true };

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        HelpName = string.Join('|', _formats),
        Description = "md (default): a narrative with footnotes. csv: a row per step. json: everything. csl-json, bibtex: the sources. graphml: for graph programs.",
    }.AcceptOnlyFromAmong(_formats);

    private readonly Option<bool> _json = CommonOptions.Json("The same as --format json.");

    public ChainsCommand(CommonOptions common)
        : base("chains", "Find the chains of cited facts that join two nodes. A link is no accusation; the text says who alleges what. Exit 1 when there is none.")
    {
        Add(_from);
        Add(_to);
        foreach (var option in new Option[] { _maxHops, _first, _minConfidence, _via, _format, _json, common.Store })
            Add(option);
        common.AddNeo4jTo(this);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var format = Format(context);
        using var application = context.CreateApplication();
        using var opened = await OpenedStore.OpenAsync(context, application, cancellationToken);
        ChainResult result;
        try
        {
            var request = await RequestAsync(context, new ChainEnds(opened.Store, opened.NamedAsync), cancellationToken);
            result = await ChainFinder.FindAsync(opened.Store, request, cancellationToken);
        }
        catch (ReleaseChangedException)
        {
            throw new Neo4jException(Neo4jFault.Unreachable, "The release in the database was replaced meanwhile; try again.");
        }
        catch (FlowGraphException fault)
        {
            throw new UsageException("The chains cannot be looked for.", [.. fault.Diagnostics.Select(diagnostic => diagnostic.ToString())]);
        }
        var text = format == ChainFormat.Json || result.None is null ? ChainsText.Write(result, format, context.Options.PublicUrl ?? "") : result.None;
        await context.Printer.AnswerAsync(text, cancellationToken);
        return result.None is null ? ExitCode.Done : ExitCode.No;
    }

    private ChainFormat Format(CommandContext context) => (context.Value(_format), context.Value(_json)) switch
    {
        (null or "json", true) or ("json", _) => ChainFormat.Json,
        (_, true) => throw new UsageException($"--json and --format {context.Value(_format)} contradict each other."),
        ("csv", _) => ChainFormat.Csv,
        ("csl-json", _) => ChainFormat.CslJson,
        ("bibtex", _) => ChainFormat.Bibtex,
        ("graphml", _) => ChainFormat.Graphml,
        _ => ChainFormat.Markdown,
    };

    private async Task<ChainRequest> RequestAsync(CommandContext context, ChainEnds ends, CancellationToken cancellationToken)
    {
        var limits = context.Options.Limits;
        var request = new ChainRequest
        {
            From = await ends.FindAsync(context.Value(_from)!, cancellationToken),
            To = await ends.FindAsync(context.Value(_to)!, cancellationToken),
            First = context.Value(_first) ?? Math.Min(DefaultFirst, limits.Chains),
            Via = [.. context.Value(_via) ?? []],
            MinConfidence = context.Value(_minConfidence) is { } confidence ? FactWords.Confidence(confidence) : null,
            HubDegree = limits.HubDegree,
        };
        request = request with { MaxHops = context.Value(_maxHops) ?? Math.Min(request.MaxHops, limits.Hops) };
        if (request.MaxHops > limits.Hops)
            throw new UsageException($"--max-hops is {request.MaxHops}; allowed is 1 to {limits.Hops}.");
        if (request.First > limits.Chains)
            throw new UsageException($"--first is {request.First}; allowed is 1 to {limits.Chains}.");
        return request;
    }
}
