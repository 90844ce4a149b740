using System.Collections.Frozen;
using FlowGraph.Query.Input;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;

namespace FlowGraph.Server.Persisted;

/// <summary>The operations of a folder of manifests, compiled before the first request.</summary>
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
        if (options.Folder is not { } folder)
            return options.Only ? throw new ConfigurationException([$"{OnlyKey}: found true without {FolderKey}, expected the folder of the documents that may be asked."]) : None;
        var path = Path.GetFullPath(folder, workingDirectory);
        if (!Directory.Exists(path))
            throw new ConfigurationException([$"{FolderKey}: there is no folder '{folder}', seen from {workingDirectory}."]);
        var faults = new List<string>();
        var entries = new List<ManifestEntry>();
        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
            entries.AddRange(ManifestReader.Read(file, faults));
        if (entries.Count == 0 && faults.Count == 0)
            faults.Add($"{FolderKey}: '{folder}' holds no manifest with a document, expected .json files as Apollo's or Relay's compilers write them.");
        var byId = new Dictionary<string, PersistedDocument>(StringComparer.Ordinal);
        foreach (var entry in entries)
            await AddAsync(entry, byId, executor, faults, cancellationToken);
        return faults.Count == 0 ? new(byId, options.Only) : throw new ConfigurationException(faults);
    }

    /// <param name="id"><c>sha256:</c> and the hash of the text, the hash alone, or the id of the manifest.</param>
    public PersistedDocument? Find(string id) => _byId.GetValueOrDefault(id);

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
