using System.Text.Json;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Query.Search;

namespace FlowGraph.Neo4j.Answering;

public sealed partial class Neo4jStore
{
    private const int RowsOfPage = 20_000;
    private const int Candidates = 1000;

    private SharedWork<NameIndex>? _names;

    /// <summary>Records with names that are held in memory; where there are more, the full-text indexes propose some.</summary>
    public int MostNamed { get; init; } = 500_000;

    public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken) =>
        CountNamed() <= MostNamed ? LazyInitializer.EnsureInitialized(ref _names, () => new(ReadNamesAsync)).ResultAsync(cancellationToken) : ProposedAsync(request, cancellationToken);

    private int CountNamed()
    {
        var named = model.NodeTypes.Where(type => !SearchedField.Of(type).IsEmpty).Select(type => type.EnumName).ToHashSet(StringComparer.Ordinal);
        return release.Counts.Where(count => named.Contains(count.Type)).Sum(count => count.Count);
    }

    private async Task<NameIndex> ReadNamesAsync()
    {
        var names = new NameIndexBuilder();
        // One after the other: this must not keep requests from the database.
        foreach (var anchor in SearchCypher.Anchors(model))
        {
            for (string? after = ""; after is not null;)
            {
                // Whoever waits may go; the names are read for all.
                using var answer = await RunAsync(SearchCypher.Page(model, anchor, after, RowsOfPage), CancellationToken.None);
                var rows = answer[0, 1];
                Add(names, rows);
                after = rows.GetArrayLength() == RowsOfPage ? rows[RowsOfPage - 1][SearchCypher.Id].GetString() : null;
            }
        }
        return names.Build();
    }

    private async ValueTask<NameIndex> ProposedAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var types = request.Types.IsDefaultOrEmpty ? model.NodeTypes : request.Types;
        var proposal = new SearchProposal(request.Text);
        using var answer = await RunAsync(SearchCypher.Candidates(model, types, proposal.Words, proposal.Keys, Candidates), cancellationToken);
        var names = new NameIndexBuilder();
        Add(names, answer[0, 1]);
        return names.Build();
    }

    private void Add(NameIndexBuilder names, JsonElement rows)
    {
        var places = SearchCypher.Properties(model).Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => SearchCypher.FirstValue + pair.i, StringComparer.Ordinal);
        foreach (var row in rows.EnumerateArray())
        {
            JsonElement[] values = [.. row.EnumerateArray()];
            var id = StoredReader.IdOf(values[SearchCypher.Id]);
            names.Add(StoredReader.TypeOf(model, id), id, property => StoredReader.Value(property, values[places[property.Name]]));
        }
    }
}
