using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>What every format prints of one record: the same facts, passages, numbers and words.</summary>
internal sealed class RecordPrint
{
    /// <param name="around">Facts that are printed beside the record: what touches a node, what a source supports.</param>
    public RecordPrint(PrintedFact record, IEnumerable<PrintedFact> around, ChainEvidence evidence, IReadOnlyDictionary<string, WalkNode> nodes)
    {
        (Record, Around, Nodes) = (record, [.. around], nodes);
        Release = evidence.Release;
        var subject = nodes.GetValueOrDefault(record.Id);
        Claims = [.. InOrder(record.Record.Claims).Select(claim => PrintedFact.Of(claim, subject))];
        Disagreements = Chains.Printing.Disagreements.Of(
            [new SpokenFact(record.Id, $"“{Unmarked(record.Caption)}”", HasClaims: false)], evidence, objection => objection.Target == record.Id, _ => record.Text("name") ?? record.Caption);
        Alleging = record.Record.Node is { Type.IsBridge: true } ? [.. Attribution.OfBridge(record.Record)] : null;
        foreach (var fact in Facts)
            Footnotes.Add(fact.Citations);
        foreach (var disagreement in Disagreements)
            Footnotes.Add(disagreement.Citations);
    }

    public PrintedFact Record { get; }

    public ImmutableArray<PrintedFact> Claims { get; }

    public ImmutableArray<PrintedFact> Around { get; }

    /// <summary>How many more facts there would be around it.</summary>
    public int Omitted { get; init; }

    /// <summary>Whether it is printed with what is around it, even where that is nothing.</summary>
    public bool IsPage { get; init; }

    /// <summary>Ends of the facts and whatever the record names, by id.</summary>
    public IReadOnlyDictionary<string, WalkNode> Nodes { get; }

    public ImmutableArray<Disagreement> Disagreements { get; }

    /// <summary>Who alleges an exchange; null for any other record.</summary>
    public ImmutableArray<string>? Alleging { get; }

    public Footnotes Footnotes { get; } = new();

    public ReleaseInfo Release { get; }

    /// <summary>The record first, then the claims on it, then what is around it.</summary>
    public IEnumerable<PrintedFact> Facts => Claims.Concat(Around).Prepend(Record);

    /// <summary>The record itself where it is a source, then those cited, in the order of the footnotes.</summary>
    public IEnumerable<NodeRecord> Sources =>
        (Record.Record.Node is { Type.Name: RecordWords.Source } source ? Footnotes.Sources.Prepend(source) : Footnotes.Sources).DistinctBy(source => source.Id);

    // The mark of a contested fact, where the sentence says so itself.
    private static string Unmarked(string caption) => caption.TrimStart('⚠', ' ');

    private static IEnumerable<ClaimEvidence> InOrder(IEnumerable<ClaimEvidence> claims) =>
        claims.Where(claim => claim.Claim["status"] is not "RETRACTED")
            .OrderBy(claim => claim.Claim["property"] as string, StringComparer.Ordinal)
            .ThenBy(claim => claim.Claim.Type.Property("rank")!.Enum!.OrdinalOf(claim.Claim["rank"] as string ?? ""))
            .ThenBy(claim => (claim.Claim["asOf"] as FuzzyDate)?.Earliest ?? DateOnly.MaxValue)
            .ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal);
}
