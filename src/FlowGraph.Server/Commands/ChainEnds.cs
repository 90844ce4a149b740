using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Server.Commands;

/// <summary>What was typed for an end of a chain → an id. Names fit whole, letter case aside; a person is meant only by id.</summary>
internal sealed class ChainEnds
{
    private const string Person = "Person";

    private const int Candidates = 5;

    private const int ShortestPart = 3;

    // Texts that people know a node by; a natural key (IMO number, UN/LOCODE, ISO code) is one too.
    private static readonly string[] _names = ["name", "aliases", "nativeNames", "formerNames", "commonName", "acronym", "key"];

    private readonly ReleaseInfo _release;
    private readonly IReadOnlyList<NodeRecord> _nodes;
    private readonly ILookup<string, NodeRecord> _byName;

    /// <param name="nodes">Those of the release, or those of them that have names.</param>
    public ChainEnds(ReleaseInfo release, IReadOnlyList<NodeRecord> nodes)
    {
        (_release, _nodes) = (release, nodes);
        _byName = nodes.Where(node => node.Type.Contract != Contract.Record && node.Type.Name != Person)
            .SelectMany(node => NamesOf(node).Distinct(StringComparer.OrdinalIgnoreCase), (node, name) => (name, node))
            .ToLookup(pair => pair.name, pair => pair.node, StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="UsageException">Nothing, or several nodes, are meant.</exception>
    public string Find(string typed)
    {
        var text = typed.Trim();
        if (RecordId.IsValid(text))
            return _nodes.Any(node => node.Id == text) ? text : throw UnknownId(text);
        return _byName[text].ToList() switch
        {
            [] => throw UnknownName(text),
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

    private UsageException UnknownId(string id) =>
        new($"There is no node '{id}' in {_release.Id}.", Suggestion.Hint(id, _nodes.Select(node => node.Id)) is { } hint ? [hint] : []);

    private UsageException UnknownName(string name)
    {
        List<string> details = [.. Near(name).Select(node => $"Did you mean {node.Id} ({node["name"]})?")];
        details.Add("A name has to fit whole, letter case aside. A person is found only by id (person:…).");
        return new($"Nothing is called '{name}' in {_release.Id}.", details);
    }

    // What contains the text first, such as "Vostochny" in "Vostochny Port"; else a slip of the keyboard.
    private IEnumerable<NodeRecord> Near(string name)
    {
        List<NodeRecord> longer = name.Length < ShortestPart ? [] :
        [
            .. _byName.Where(group => group.Key.Contains(name, StringComparison.OrdinalIgnoreCase)).SelectMany(group => group.Select(node => (Name: group.Key, Node: node)))
                .OrderBy(pair => pair.Node.Type.Contract).ThenBy(pair => pair.Name.Length).ThenBy(pair => pair.Node.Id, StringComparer.Ordinal)
                .Select(pair => pair.Node).DistinctBy(node => node.Id).Take(Candidates),
        ];
        if (longer.Count > 0)
            return longer;
        return Suggestion.Near(name, _byName.Select(group => group.Key)) is { } near ? _byName[near].Take(Candidates) : [];
    }

    private static string[] Table(List<NodeRecord> nodes)
    {
        var width = nodes.Max(node => node.Id.Length);
        return [.. nodes.OrderBy(node => node.Id, StringComparer.Ordinal).Select(node => $"{node.Id.PadRight(width)}  {node["name"]} ({node.Type.EnumName})")];
    }
}
