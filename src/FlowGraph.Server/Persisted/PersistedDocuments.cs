using System.Collections.Frozen;
using FlowGraph.Query.Input;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Http;

namespace FlowGraph.Server.Persisted;

/// <summary>The operations of a folder of manifests and those of the explorer, compiled before the first request.</summary>
public sealed class PersistedDocuments
{
    private const string FolderKey = ConfigurationReader.Prefix + nameof(FlowGraphOptions.PersistedDocuments) + "__" + nameof(PersistedDocumentOptions.Folder);
    private const string OnlyKey = ConfigurationReader.Prefix + nameof(FlowGraphOptions.PersistedDocuments) + "__" + nameof(PersistedDocumentOptions.Only);

    private readonly FrozenDictionary<string, PersistedDocument> _byId;

    private PersistedDocuments(IReadOnlyDictionary<string, PersistedDocument> byId, bool only)
    {
        _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
        Only = only;
    }

    public static PersistedDocuments None { get; } = new(new Dictionary<string, PersistedDocument>(), only: false);

    /// <summary>No other document is answered.</summary>
    public bool Only { get; }

    /// <param name="workingDirectory">From where the folder is seen.</param>
    /// <exception cref="ConfigurationException">Every fault of every manifest.</exception>
    public static async Task<PersistedDocuments> ReadAsync(PersistedDocumentOptions options, string workingDirectory, RequestExecutor executor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(executor);
        if (options is { Folder: null, Only: true })
            throw new ConfigurationException([$"{OnlyKey}: found true without {FolderKey}, expected the folder of the documents that may be asked."]);
        var byId = new Dictionary<string, PersistedDocument>(StringComparer.Ordinal);
        var faults = new List<string>();
        if (options.Folder is { } folder)
            foreach (var entry in Entries(folder, workingDirectory, faults))
                await AddAsync(entry, byId, executor, faults, cancellationToken);
        if (faults.Count > 0)
            throw new ConfigurationException(faults);
        // Limits may be so low that some of the explorer's are refused: then its reader is told so, and the server starts.
        foreach (var entry in ManifestReader.Read(ExplorerEndpoints.Manifest.Path, ExplorerEndpoints.Manifest.Content, faults))
            await AddAsync(entry, byId, executor, faults, cancellationToken);
        return new(byId, options.Only);
    }

    /// <param name="id"><c>sha256:</c> and the hash of the text, the hash alone, or the id of the manifest.</param>
    public PersistedDocument? Find(string id) => _byId.GetValueOrDefault(id);

    private static List<ManifestEntry> Entries(string folder, string workingDirectory, List<string> faults)
    {
        var path = Path.GetFullPath(folder, workingDirectory);
        if (!Directory.Exists(path))
            throw new ConfigurationException([$"{FolderKey}: there is no folder '{folder}', seen from {workingDirectory}."]);
        List<ManifestEntry> entries = [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).SelectMany(file => ManifestReader.Read(file, faults))];
        if (entries.Count == 0 && faults.Count == 0)
            faults.Add($"{FolderKey}: '{folder}' holds no manifest with a document, expected .json files as Apollo's or Relay's compilers write them.");
        return entries;
    }

    private static async Task AddAsync(ManifestEntry entry, Dictionary<string, PersistedDocument> byId, RequestExecutor executor, List<string> faults, CancellationToken cancellationToken)
    {
        try
        {
            var document = new PersistedDocument(entry.Text, await executor.PrepareAsync(entry.Text, entry.Name, cancellationToken));
            if (!byId.TryAdd(document.Prepared.Id, document))
                faults.Add($"{entry.Place}: the same document stands in these manifests twice.");
            byId[document.Prepared.Id["sha256:".Length..]] = document;
            byId[entry.Id] = document;
        }
        catch (RequestException fault)
        {
            faults.AddRange(fault.Diagnostics.Select(diagnostic => $"{entry.Place}: {diagnostic}"));
        }
    }
}

/// <summary>A document that is known beforehand.</summary>
/// <param name="Prepared">Its operation, or the one that the manifest names.</param>
public sealed record PersistedDocument(string Text, PreparedDocument Prepared);
