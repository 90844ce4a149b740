using System.Diagnostics;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>What is exported by an id of its own.</summary>
public enum ExportKind
{
    Fact,
    Node,
    Source,
    Chain,
}

/// <summary>A record or chain as a file: the same text as <c>cite</c>, <c>narrative</c> and <c>export</c> of the API.</summary>
public static class RecordExport
{
    /// <summary>What a record or chain of this id would be exported as; null where nothing of the model has such an id.</summary>
    public static ExportKind? KindOf(IChainStore store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (ChainId.TryParse(id, out _))
            return ExportKind.Chain;
        return store.Model.NodeTypeOfId(id) switch
        {
            { Name: RecordWords.Source } => ExportKind.Source,
            { IsFact: true } => ExportKind.Fact,
            { Contract: Model.Structure.Contract.Entity } => ExportKind.Node,
            null when store.Model.EdgeTypeOfId(id) is { Class: not Model.Structure.EdgeClass.Structural } => ExportKind.Fact,
            _ => null,
        };
    }

    /// <summary>Null where there is no such record. An event is a fact and a node.</summary>
    /// <param name="permalinkBase">What permalinks start with, without a slash at the end; empty = root-relative.</param>
    public static async ValueTask<string?> WriteAsync(
        IRecordStore store, ExportKind kind, string id, ExportFormat format, string permalinkBase, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (kind == ExportKind.Chain)
            return await ChainResolver.ResolveAsync(store, id, cancellationToken) is { } chain ? await ChainAsync(store, chain, format, permalinkBase, cancellationToken) : null;
        return await PrintAsync(store, kind, id, cancellationToken) is not { } print ? null : format switch
        {
            ExportFormat.Markdown => RecordCitation.Write(print, CitationFormat.Markdown, permalinkBase),
            ExportFormat.Csv => RecordCsv.Write(print),
            ExportFormat.Json => RecordJsonPage.Write(print, permalinkBase),
            ExportFormat.CslJson => RecordBibliography.CslJson(print),
            ExportFormat.Bibtex => RecordBibliography.BibTeX(print),
            ExportFormat.Graphml => RecordGraphMl.Write(print),
            ExportFormat.Geojson => await PlacesAsync(store, id, print, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same as the parts of a web page.</summary>
    public static async ValueTask<PrintedPage?> PageAsync(IRecordStore store, ExportKind kind, string id, string permalinkBase, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var writer = new HtmlWriter();
        if (kind == ExportKind.Chain)
        {
            if (await ChainResolver.ResolveAsync(store, id, cancellationToken) is not { } chain)
                return null;
            new NarrativePage(ChainPrint.Of(chain), writer, permalinkBase).Write();
        }
        else
        {
            if (await PrintAsync(store, kind, id, cancellationToken) is not { } print)
                return null;
            new RecordPage(print, writer, permalinkBase).Write();
        }
        return writer.Build();
    }

    private static async ValueTask<RecordPrint?> PrintAsync(IRecordStore store, ExportKind kind, string id, CancellationToken cancellationToken)
    {
        if (KindOf(store, id) is not { } own || own != kind && !(kind == ExportKind.Node && store.Model.NodeTypeOfId(id) is { Contract: Model.Structure.Contract.Event }))
            return null;
        return kind switch
        {
            ExportKind.Fact => (await RecordGathering.CitedAsync(store, [id], cancellationToken)).GetValueOrDefault(id),
            ExportKind.Node => await RecordGathering.NodeAsync(store, id, cancellationToken),
            ExportKind.Source => await RecordGathering.SourceAsync(store, id, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private static async ValueTask<string> ChainAsync(IRecordStore store, Chain chain, ExportFormat format, string permalinkBase, CancellationToken cancellationToken)
    {
        if (format != ExportFormat.Geojson)
            return ChainExport.Write(chain, ChainFormatOf(format), permalinkBase);
        var facts = await RecordGathering.PlainAsync(store, [.. chain.Hops.Select(hop => hop.Fact.Id)], cancellationToken);
        return await PlacesAsync(store, chain.Id, chain.Hops.Select(hop => hop.To).Prepend(chain.From), facts, cancellationToken);
    }

    private static ValueTask<string> PlacesAsync(IRecordStore store, string id, RecordPrint print, CancellationToken cancellationToken)
    {
        var nodes = print.Facts.SelectMany(fact => new[] { fact.From, fact.To }).Prepend(print.Nodes.GetValueOrDefault(id)).OfType<WalkNode>();
        return PlacesAsync(store, id, nodes, [.. print.Facts.Where(fact => fact.Record.Edge is not null)], cancellationToken);
    }

    private static async ValueTask<string> PlacesAsync(IRecordStore store, string id, IEnumerable<WalkNode> nodes, IReadOnlyList<PrintedFact> facts, CancellationToken cancellationToken)
    {
        var places = nodes.Where(node => node.Type.Groups.Any(group => group.Name == ModelWords.PlaceGroup)).Select(node => node.Id).Distinct().ToList();
        var records = places.Count == 0 ? [] : await RecordGathering.PlainAsync(store, places, cancellationToken);
        var factsAt = facts.SelectMany(fact => new[] { fact.Record.Edge!.From, fact.Record.Edge.To }.Distinct().Select(end => (End: end, Fact: fact))).ToLookup(pair => pair.End, pair => pair.Fact);
        return GeoJsonPage.Write(store.Release, id, records, factsAt);
    }

    private static ChainFormat ChainFormatOf(ExportFormat format) => format switch
    {
        ExportFormat.Markdown => ChainFormat.Markdown,
        ExportFormat.Csv => ChainFormat.Csv,
        ExportFormat.Json => ChainFormat.Json,
        ExportFormat.CslJson => ChainFormat.CslJson,
        ExportFormat.Bibtex => ChainFormat.Bibtex,
        ExportFormat.Graphml => ChainFormat.Graphml,
        _ => throw new UnreachableException(),
    };
}
