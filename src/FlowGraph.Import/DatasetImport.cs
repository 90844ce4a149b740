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
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(model);

        var faults = new Faults();
        if (DatasetReader.Read(directory, faults, cancellationToken) is not { } text)
            return new ImportResult(null, faults.InOrderOf([Manifest.FileName]));

        var dataset = new DraftReader(model, faults).Read(text, cancellationToken);
        foreach (var check in Rules(dataset, faults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            check();
        }

        var release = faults.Count == 0 ? Compile(dataset, text, faults, cancellationToken) : null;
        return new ImportResult(release, faults.Count == 0 ? [] : faults.InOrderOf(text.Order));
    }

    private static Action[] Rules(DatasetDraft dataset, Faults faults)
    {
        var resolver = new Resolver(dataset, faults);
        return
        [
            new ReferenceRules(dataset, resolver, faults).Check,
            new EdgeRules(dataset, resolver, faults).Check,
            new ClaimRules(dataset, resolver, faults).Check,
            new CitationRules(dataset, faults).Check,
            new AttributionRules(dataset, faults).Check,
            new OriginRules(dataset, resolver, faults).Check,
        ];
    }

    // The hash is asked for last: with another fault still there it is wrong anyway.
    private static GraphRelease? Compile(DatasetDraft dataset, DatasetText text, Faults faults, CancellationToken cancellationToken)
    {
        var hash = ReleaseHash.Compute(text);
        if (text.Manifest.Sha256 is { } claimed && claimed != hash)
        {
            faults.Add(
                ErrorCodes.ImportHash, new SourceLocation(Manifest.FileName, 0, 0, "sha256"), $"'sha256' is '{claimed}', but the content has {hash}.",
                claimed, hash, "Check what was changed, then write the right hash into the manifest.");
            return null;
        }

        return ReleaseCompiler.Compile(dataset, hash, faults, cancellationToken);
    }
}
