using System.Collections.Immutable;
using FlowGraph.Import.Drafts;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.References;

/// <summary>Id → record, or a fault that says what was expected there.</summary>
internal sealed class Resolver(DatasetDraft dataset, Faults faults)
{
    private readonly Dictionary<string, List<string>> _idsByPrefix = new(StringComparer.Ordinal);

    /// <summary>The node that <paramref name="id"/> names if it is of one of <paramref name="types"/>; null with the fault noted.</summary>
    public NodeHeader? Node(string id, FieldPlace place, ImmutableArray<NodeType> types, string expected)
    {
        if (Any(id, place) is not { } record)
            return null;
        if (record.Node is { } node && types.Contains(node.Type))
            return node;
        faults.Add(
            ErrorCodes.ImportWrongTarget, place.Location, $"'{place.Path}' is '{id}', {Article(record.TypeName)} {record.TypeName}; expected {expected}.",
            record.TypeName, expected);
        return null;
    }

    /// <summary>The record that <paramref name="id"/> names; null when there is none, or when the id could not be read.</summary>
    public Known? Any(string id, FieldPlace place)
    {
        if (id.Length == 0)
            return null;
        if (dataset.Index.Find(id) is { } record)
            return record;
        if (!dataset.PrefixesInDoubt.Contains(Prefix(id)))
        {
            faults.Add(
                ErrorCodes.ImportUnknownId, place.Location, $"'{place.Path}' is '{id}', but no record has this id.", id,
                "the id of a record in this dataset", faults.Near(id, Candidates(Prefix(id))));
        }

        return null;
    }

    public static string Words(NodeSet set) =>
        set is GroupType ? $"{Article(set.Name)} {set.Name} ({string.Join(", ", set.Types.Select(type => type.Name))})" : $"{Article(set.Name)} {set.Name}";

    public static string Article(string name) => name[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an" : "a";

    private static string Prefix(string id) => new(GraphModel.PrefixOf(id));

    private IEnumerable<string> Candidates(string prefix)
    {
        if (_idsByPrefix.Count == 0)
        {
            foreach (var id in dataset.Ids.Distinct(StringComparer.Ordinal))
            {
                if (!_idsByPrefix.TryGetValue(Prefix(id), out var ids))
                    _idsByPrefix.Add(Prefix(id), ids = []);
                ids.Add(id);
            }
        }

        return _idsByPrefix.TryGetValue(prefix, out var near) ? near : dataset.Ids;
    }
}
