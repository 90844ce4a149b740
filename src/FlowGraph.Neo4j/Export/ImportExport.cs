using System.Collections.Immutable;
using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Export;

/// <summary>What was written.</summary>
/// <param name="Nodes">With the release's own.</param>
public sealed record ExportCounts(int Nodes, int Edges);

/// <summary>Writes a release as files for <c>neo4j-admin database import full</c>: the graph that they become is the one that a load over HTTP writes.</summary>
public static class ImportExport
{
    public const string Constraints = "constraints.cypher";

    private const int LinesBetweenReports = 5_000;

    /// <summary>Separators of what is a list: control characters, which texts hold hardly ever; if one does, the next is taken.</summary>
    private static readonly ImmutableArray<char> _delimiters = ['\u001F', '\u001E', '\u001D', '\u001C', '\uE000', '\uE001'];

    /// <summary>The command, to be run in the folder.</summary>
    public static string Command(string database) => $"neo4j-admin database import full {database} @{ImportFiles.Arguments}";

    /// <param name="folder">Exists and is empty.</param>
    /// <exception cref="NotSupportedException">A text holds every character that could separate lists.</exception>
    public static ExportCounts Write(IReleaseRecords release, string folder, IProgress<LoadProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(progress);
        foreach (var delimiter in _delimiters)
        {
            try
            {
                var counts = Write(release, folder, delimiter, progress, cancellationToken);
                File.WriteAllText(Path.Combine(folder, Constraints), SchemaCypher.Print(release.Model));
                return counts;
            }
            catch (ListDelimiterException)
            {
                foreach (var file in Directory.GetFiles(folder))
                    File.Delete(file);
            }
        }
        throw new NotSupportedException("Some lists of the dataset hold every character that could separate their texts: U+001C to U+001F, U+E000, U+E001. Take one of these out of the texts.");
    }

    private static ExportCounts Write(IReleaseRecords release, string folder, char delimiter, IProgress<LoadProgress> progress, CancellationToken cancellationToken)
    {
        var rows = new ReleaseRows(release);
        var total = rows.NodeCount + rows.EdgeCount;
        using var files = new ImportFiles(folder, delimiter);
        files.Add([.. ReleaseNode.Values(rows.Info, rows.Model, ReleaseState.Ready)]);
        var (lines, done) = (0, 0);
        progress.Report(new(LoadPhase.Writing, 0, total));
        foreach (var line in rows.Lines(cancellationToken))
        {
            foreach (var node in line.Nodes)
                files.Add(node);
            if (line.Fact is { } fact)
                files.Add(fact);
            foreach (var link in line.Links)
                files.Add(link);
            done += line.Nodes.Length + line.Links.Length + (line.Fact is null ? 0 : 1);
            if (++lines % LinesBetweenReports == 0)
                progress.Report(new(LoadPhase.Writing, done, total));
        }
        files.Finish();
        return new(files.Nodes, files.Edges);
    }
}
