using FlowGraph.Query.Search;

namespace FlowGraph.Embedded;

public sealed partial class EmbeddedStore
{
    private readonly SharedWork<NameIndex> _names;

    public ValueTask<NameIndex> NamesAsync(SearchRequest request, CancellationToken cancellationToken) => _names.ResultAsync(cancellationToken);

    private NameIndex ReadNames()
    {
        var names = new NameIndexBuilder();
        foreach (var table in _snapshot.Tables.Nodes.Where(table => !SearchedField.Of(table.Type).IsEmpty))
        {
            for (var row = 0; row < table.Count; row++)
            {
                var at = row;
                names.Add(table.Type, table.Ids.Text(row)!, property => table.Columns[property.Index].Get(at)); // every node has an id
            }
        }
        return Held(names.Build());
    }
}
