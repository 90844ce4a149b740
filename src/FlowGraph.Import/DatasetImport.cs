using System.Collections.Immutable;
using FlowGraph.Import.Computing;
using FlowGraph.Import.Drafts;
using FlowGraph.Import.Evidence;
using FlowGraph.Import.Reading;
using FlowGraph.Import.References;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import;

/// <summary>A folder with a dataset → a release that can be served.</summary>
public static class DatasetImport
{
    /// <summary>Reads and checks everything, then computes. Faults are collected, never thrown, and with one of them nothing is loaded.</summary>
    public static ImportResult Read(string directory, GraphModel model, CancellationToken cancellationToken)
    {
        var (records, diagnostics) = Check(directory, model, DatasetReader.Small, cancellationToken);
        return new(records?.ToRelease(cancellationToken), diagnostics);
    }

    /// <summary>As <see cref="Read"/>, but records are computed one by one when they are asked for: for releases that do not fit into memory.</summary>
    /// <param name="small">Bytes of files up to which the dataset is kept in memory.</param>
    /// <returns>No records when there is any fault.</returns>
    public static (IReleaseRecords? Records, ImmutableArray<Diagnostic> Diagnostics) Open(
        string directory, GraphModel model, CancellationToken cancellationToken, long small = DatasetReader.Small) =>
        Check(directory, model, small, cancellationToken);

    private static (CheckedDataset? Records, ImmutableArray<Diagnostic> Diagnostics) Check(string directory, GraphModel model, long small, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(model);

        var faults = new Faults();
        if (DatasetReader.Read(directory, faults, small) is not { } text)
            return (null, faults.InOrderOf([Manifest.FileName]));

        var dataset = new DraftReader(model, text, faults).Read(cancellationToken);
        Pass(dataset, Rules(dataset, faults), cancellationToken);
        var release = faults.Count == 0 ? Compute(dataset, text, faults, cancellationToken) : null;
        return faults.Count == 0 ? (release, []) : (null, faults.InOrderOf(text.Order));
    }

    private static RecordRule[] Rules(DatasetDraft dataset, Faults faults)
    {
        var resolver = new Resolver(dataset, faults);
        return
        [
            new ReferenceRules(dataset, resolver, faults),
            new EdgeRules(dataset, resolver, faults),
            new ClaimRules(dataset, resolver, faults),
            new CitationRules(dataset, faults),
            new AttributionRules(faults),
            new OriginRules(dataset, resolver, faults),
        ];
    }

    private static void Pass(DatasetDraft dataset, RecordRule[] rules, CancellationToken cancellationToken)
    {
        foreach (var node in dataset.Nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var rule in rules)
                rule.Node(node);
        }
        foreach (var edge in dataset.Edges)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var rule in rules)
                rule.Edge(edge);
        }
        foreach (var rule in rules)
            rule.End();
    }

    // The hash is asked for last: with another fault still there it is wrong anyway.
    private static CheckedDataset? Compute(DatasetDraft dataset, DatasetText text, Faults faults, CancellationToken cancellationToken)
    {
        dataset.Index.Forget();
        var hash = ReleaseHash.Compute(text, cancellationToken);
        if (text.Manifest.Sha256 is { } claimed && claimed != hash)
        {
            faults.Add(
                ErrorCodes.ImportHash, new SourceLocation(Manifest.FileName, 0, 0, "sha256"), $"'sha256' is '{claimed}', but the content has {hash}.",
                claimed, hash, "Check what was changed, then write the right hash into the manifest.");
            return null;
        }

        var evidence = new Weighing(dataset);
        var compiler = new RecordCompiler(dataset, evidence);
        var census = new Census(dataset, compiler, faults);
        Pass(dataset, [evidence, census], cancellationToken);
        // What the checks of millions of records leave would else stay until the records are written.
        if (!text.IsSmall)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new(dataset, compiler, census, hash);
    }
}
