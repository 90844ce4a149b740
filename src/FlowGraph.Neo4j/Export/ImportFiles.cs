using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Neo4j.Loading;

namespace FlowGraph.Neo4j.Export;

/// <summary>The files of one export: a pair for every type of node and of relationship that occurs, and the arguments that name them.</summary>
internal sealed class ImportFiles(string folder, char listDelimiter) : IDisposable
{
    public const string Arguments = "import.args";

    private const string Id = "id";

    // neo4j-admin reads 4 MiB at a time, and a row must fit.
    private const int BytesOfRead = 4 * 1024 * 1024;

    private readonly SortedDictionary<string, (CsvFile File, string Labels)> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CsvFile> _edges = new(StringComparer.Ordinal);

    public int Nodes => _nodes.Values.Sum(pair => pair.File.Rows);

    public int Edges => _edges.Values.Sum(file => file.Rows);

    public void Add(StoredNode node)
    {
        if (!_nodes.TryGetValue(node.Type.Name, out var pair))
            pair = Open(node.Type.Name, string.Join(':', Labels.Groups(node.Type).Prepend(node.Type.Name)), CsvColumns.Of(node.Type));
        pair.File.Add([node.Id], node.Values.Where(value => value.Name != Id));
    }

    public void Add(StoredFact fact)
    {
        var type = fact.Edge.Relationship.Edge;
        if (!_edges.TryGetValue(type.Name, out var file))
            file = Open(type.Name, CsvColumns.Of(type));
        file.Add([fact.Edge.From, fact.Edge.To], fact.Values);
    }

    public void Add(StoredLink link) => (_edges.TryGetValue(link.Type, out var file) ? file : Open(link.Type, [])).Add([link.From, link.To], []);

    /// <summary>The release's own node.</summary>
    public void Add(ImmutableArray<StoredValue> release) =>
        Open(Labels.Release, Labels.Release, CsvColumns.Of(release)).File.Add([(string)release.First(value => value.Name == Id).Value], release.Where(value => value.Name != Id));

    /// <summary>Ends the files and writes the arguments of <c>neo4j-admin database import full</c>.</summary>
    public void Finish()
    {
        CsvFile[] files = [.. _nodes.Values.Select(pair => pair.File), .. _edges.Values];
        foreach (var file in files)
            file.Flush();

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--array-delimiter=U+{(int)listDelimiter:X4}\n");
        if (files.Where(file => file.HasLineBreaks).Select(file => file.DataName).ToList() is { Count: > 0 } broken)
            text.Append(CultureInfo.InvariantCulture, $"--multiline-fields-format=v2\n--multiline-fields={string.Join(',', broken)}\n");
        if (files.Max(file => file.LongestRow) is var longest and > BytesOfRead / 2)
            text.Append(CultureInfo.InvariantCulture, $"--read-buffer-size={longest * 2L}\n");
        foreach (var (file, labels) in _nodes.Values)
            text.Append(CultureInfo.InvariantCulture, $"--nodes={labels}={file.HeaderName},{file.DataName}\n");
        foreach (var (type, file) in _edges)
            text.Append(CultureInfo.InvariantCulture, $"--relationships={type}={file.HeaderName},{file.DataName}\n");
        File.WriteAllText(Path.Combine(folder, Arguments), text.ToString());
    }

    public void Dispose()
    {
        foreach (var (file, _) in _nodes.Values)
            file.Dispose();
        foreach (var file in _edges.Values)
            file.Dispose();
    }

    private (CsvFile File, string Labels) Open(string name, string labels, ImmutableArray<CsvColumn> columns)
    {
        var file = new CsvFile(folder, $"node-{name}", ["id:ID"], columns.RemoveAll(column => column.Name == Id), listDelimiter);
        return _nodes[name] = (file, labels);
    }

    private CsvFile Open(string type, ImmutableArray<CsvColumn> columns) =>
        _edges[type] = new(folder, $"edge-{type}", [":START_ID", ":END_ID"], columns, listDelimiter);
}
