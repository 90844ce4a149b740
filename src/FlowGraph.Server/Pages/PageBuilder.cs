using FlowGraph.Query.Exports;
using FlowGraph.Query.Input;
using FlowGraph.Query.Plan;
using FlowGraph.Server.Configuration;

namespace FlowGraph.Server.Pages;

/// <summary>Everything that a page shows, read from one store.</summary>
internal sealed class PageBuilder(PageQueries queries, FlowGraphOptions options)
{
    private const int MostSummary = 300;

    private string Base => options.PublicUrl ?? "";

    /// <summary>Null where there is no such record.</summary>
    public async Task<RecordModel?> BuildAsync(IGraphStore store, ExportKind kind, string id, CancellationToken cancellationToken)
    {
        if (await RecordExport.PageAsync(store, kind, id, Base, cancellationToken) is not { } printed)
            return null;
        var variables = new Dictionary<string, InputLiteral> { ["id"] = new InputLiteral.Text(id) };
        return kind switch
        {
            ExportKind.Chain => OfChain(printed, await queries.AskAsync<ChainAnswer>("chain.graphql", store, variables, cancellationToken)),
            ExportKind.Source => OfSource(printed, await queries.AskAsync<SourceAnswer>("source.graphql", store, variables, cancellationToken)),
            _ => OfRecord(kind, printed, await queries.AskAsync<RecordAnswer>("record.graphql", store, variables, cancellationToken)),
        };
    }

    public async Task<SearchModel> SearchAsync(IGraphStore store, string text, string? after, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new("", null);
        var variables = new Dictionary<string, InputLiteral> { ["text"] = new InputLiteral.Text(text) };
        if (after is not null)
            variables["after"] = new InputLiteral.Text(after);
        return new(text, (await queries.AskAsync<SearchAnswer>("search.graphql", store, variables, cancellationToken)).Search);
    }

    private RecordModel? OfRecord(ExportKind kind, PrintedPage printed, RecordAnswer answer) => answer.Node is not { } node ? null : new()
    {
        Kind = kind,
        Id = node.Id,
        Printed = printed,
        Release = answer.Release,
        Permalink = node.Permalink ?? $"{Base}/node/{node.Id}",
        Summary = FrameModel.Cut(node.Description ?? node.ConfidenceBasis ?? answer.Neighborhood?.Text ?? printed.Title, MostSummary),
        StructuredData = StructuredData.Of(answer.Release, Base, printed.Title, node),
        Type = node.Type ?? node.TypeName,
        Confidence = node.Confidence,
        Status = node.Status,
        KindOfFact = node.Kind,
        IndependentSources = node.IndependentSources,
        Neighborhood = answer.Neighborhood,
    };

    private RecordModel? OfSource(PrintedPage printed, SourceAnswer answer) => answer.Source is not { } source ? null : new()
    {
        Kind = ExportKind.Source,
        Id = source.Id,
        Printed = printed,
        Release = answer.Release,
        Permalink = source.Permalink,
        Summary = FrameModel.Cut(string.Join(", ", new[] { source.Publisher, source.Title, source.PublishedAt?.Edtf }.OfType<string>()), MostSummary),
        StructuredData = StructuredData.Of(answer.Release, Base, source),
        Source = source,
    };

    private RecordModel? OfChain(PrintedPage printed, ChainAnswer answer) => answer.Chain is not { } chain ? null : new()
    {
        Kind = ExportKind.Chain,
        Id = chain.Id,
        Printed = printed,
        Release = answer.Release,
        Permalink = chain.Permalink,
        Summary = FrameModel.Cut(chain.Text, MostSummary),
        StructuredData = StructuredData.Of(answer.Release, Base, printed.Title, chain),
        Confidence = chain.Confidence,
        IndependentSources = chain.IndependentSources,
    };
}
