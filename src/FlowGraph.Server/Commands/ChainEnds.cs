using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Plan;

namespace FlowGraph.Server.Commands;

/// <summary>What was typed for an end of a chain → an id. Names fit whole, letter case aside; a person is meant only by id.</summary>
internal sealed class ChainEnds
{
    private const string Person = "Person";

    private const int Candidates = 5;

    private const int ShortestPart = 3;

    // Texts that people know a node by; a natural key (IMO number, UN/LOCODE, ISO code) is one too.
    private static readonly string[] _names = ["name", "aliases", "nativeNames", "formerNames", "commonName", "acronym", "key"];

    private readonly IGraphStore _store;
    private readonly Func<CancellationToken, Task<IReadOnlyList<NodeRecord>>> _read;
    private IReadOnlyList<NodeRecord>? _nodes;

    /// <param name="named">Reads the nodes that have names; asked only where an id does not do.</param>
    public ChainEnds(IGraphStore store, Func<CancellationToken, Task<IReadOnlyList<NodeRecord>>> named) => (_store, _read) = (store, named);

    /// <exception cref="UsageException">Nothing, or several nodes, are meant.</exception>
    public async Task<string> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var text = typed.Trim();
        var isId = RecordId.IsValid(text);
        if (isId && await _store.NodesAsync([text], cancellationToken) is [not null])
            return text;
        var nodes = _nodes ??= await _read(cancellationToken);
        if (isId)
            throw UnknownId(text, nodes);
        var byName = nodes.Where(node => node.Type.Contract != Contract.Record && node.Type.Name != Person)
            .SelectMany(node => NamesOf(node).Distinct(StringComparer.OrdinalIgnoreCase), (node, name) => (name, node))
            .ToLookup(pair => pair.name, pair => pair.node, StringComparer.OrdinalIgnoreCase);
        return byName[text].ToList() switch
        {
            [] => throw UnknownName(text, byName),
            [var only] => only.Id,
            var several => throw new UsageException($"'{text}' fits several; give the id of the one that is meant:", Table(several)),
        };
    }

    private static IEnumerable<string> NamesOf(NodeRecord node) =>
        node.Type.Properties.Where(property => property.IsKey || _names.Contains(property.Name)).SelectMany(property => node.Values[property.Index] switch
        {
            string text => [text.Trim()],
            int number => [number.ToString(CultureInfo.InvariantCulture)],
            ImmutableArray<string> texts => texts.Select(text => text.Trim()),
            _ => Enumerable.Empty<string>(),
        });

    private UsageException UnknownId(string id, IReadOnlyList<NodeRecord> nodes) =>
        new($"There is no node '{id}' in {_store.Release.Id}.", Suggestion.Hint(id, nodes.Select(node => node.Id)) is { } hint ? [hint] : []);

    private UsageException UnknownName(string name, ILookup<string, NodeRecord> byName)
    {
        List<string> details = [.. Near(name, byName).Select(node => $"Did you mean {node.Id} ({node["name"]})?")];
        details.Add("A name has to fit whole, letter case aside. A person is found only by id (person:…).");
        return new($"Nothing is called '{name}' in {_store.Release.Id}.", details);
    }

    // What contains the text first, such as "Vostochny" in "Vostochny Port"; else a slip of the keyboard.
    private static IEnumerable<NodeRecord> Near(string name, ILookup<string, NodeRecord> byName)
    {
        List<NodeRecord> longer = name.Length < ShortestPart ? [] :
        [
            .. byName.Where(group => group.Key.Contains(name, StringComparison.OrdinalIgnoreCase)).SelectMany(group => group.Select(node => (Name: group.Key, Node: node)))
                .OrderBy(pair => pair.Node.Type.Contract).ThenBy(pair => pair.Name.Length).ThenBy(pair => pair.Node.Id, StringComparer.Ordinal)
                .Select(pair => pair.Node).DistinctBy(node => node.Id).Take(Candidates),
        ];
        if (longer.Count > 0)
            return longer;
        return Suggestion.Near(name, byName.Select(group => group.Key)) is { } near ? byName[near].Take(Candidates) : [];
    }

    private static string[] Table(List<NodeRecord> nodes)
    {
        var width = nodes.Max(node => node.Id.Length);
        return [.. nodes.OrderBy(node => node.Id, StringComparer.Ordinal).Select(node => $"{node.Id.PadRight(width)}  {node["name"]} ({node.Type.EnumName})")];
    }
}
