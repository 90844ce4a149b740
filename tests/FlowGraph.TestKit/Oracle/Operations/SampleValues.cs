using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>Values that have a chance to hit something: taken from the release, then bent a little.</summary>
internal sealed class SampleValues(OperationDraft draft)
{
    private static readonly string[] _odd = ["", "e", "\u00e9", "e\u0301", "\ud83d\ude00", "\uffff", "\"", "\\", "Ω", "\t", " "];

    public string RecordId(NodeSet? set = null)
    {
        if (draft.Chance(10))
            return draft.Any(["vessel:nobody", "carried-by:nothing--nobody", "x:1"]);
        if (set is null && draft.Chance(40))
            return draft.Any(draft.Release.Edges.Where(edge => edge.Id.Length > 0).ToList()).Id;
        return Node(set)?.Id ?? "vessel:nobody";
    }

    /// <summary>Mostly of a node that other nodes are around.</summary>
    public string NodeId() => draft.Chance(5) ? RecordId() : Node(draft.Any(draft.Api.Model.NodeTypes.Where(type => type.Contract != Contract.Record || draft.Chance(5)).ToList()))?.Id ?? RecordId();

    /// <summary>Mostly of an event, a claim or an edge.</summary>
    public string FactId() => draft.Chance(5) ? RecordId()
        : draft.Chance(30) ? draft.Any(draft.Release.Edges.Where(edge => edge.Id.Length > 0).ToList()).Id
        : draft.Any(draft.Release.Nodes.Where(node => node.Type.IsFact).ToList()).Id;

    public NodeRecord? Node(NodeSet? set)
    {
        var nodes = draft.Release.Nodes.Where(node => set is null || set.Types.Contains(node.Type)).ToList();
        return nodes.Count == 0 ? null : draft.Any(nodes);
    }

    /// <summary>Something visible to search for: mostly what some record is called or known by, in another form.</summary>
    public string SearchedText()
    {
        var named = Node(null);
        while (named is not { Type.Contract: not Contract.Record } && named?["title"] is null)
            named = Node(null);
        var texts = named.Type.Properties.Where(property => property.IsKey || property.Name is "id" or "key" or "name" or "title" or "aliases" or "nativeNames" or "formerNames" or "acronym" or "commonName")
            .SelectMany(property => named[property.Name] is ImmutableArray<string> { IsDefault: false } list ? list.AsEnumerable() : [named[property.Name] as string ?? named.Id]).ToList();
        var text = Bent(draft.Any(texts));
        var runes = text.EnumerateRunes().Take(200).Select(rune => rune.ToString()).ToList();
        text = string.Concat(runes);
        return runes.Count > 0 && text.Any(letter => letter > ' ' && letter != '\u007f' && letter != '\u2028') ? text : draft.Any(["a", "1", "-", "\ud83d\ude00", "백양", "Порт", "San"]);
    }

    private string Bent(string text)
    {
        var at = draft.Random.Next(text.Length + 1);
        return draft.Random.Next(8) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.Replace(" ", draft.Any(["", "-", "  "]), StringComparison.Ordinal),
            2 => text[..at],
            3 => text[at..].TrimStart(),
            4 => $"{text[..at]}{draft.Any(["x", "2", "'", " "])}{text[at..]}",
            5 => string.Concat(text.Select(letter => letter switch { 'p' => 'b', 'k' => 'g', 'i' => 'y', _ => letter })),
            6 => text.Length > 1 && at < text.Length ? text.Remove(at, 1) : text,
            _ => text,
        } is var bent && bent.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar) ? bent : text;
    }

    /// <summary>A value of the property that some record has; null where none was found.</summary>
    public object? Stored(NodeSet set, PropertyDefinition property)
    {
        for (var i = 0; i < 5; i++)
        {
            if (Node(set)?[property.Name] is { } value)
                return value;
        }
        return null;
    }

    /// <summary>A value of the property that some edge of the type has; null where none was found.</summary>
    public object? Stored(EdgeType type, PropertyDefinition property)
    {
        var edges = draft.Release.Edges.Where(edge => edge.Relationship.Edge == type && edge[property.Name] is not null).Take(50).ToList();
        return edges.Count == 0 ? null : draft.Any(edges)[property.Name];
    }

    /// <summary>A value of the property that some fact has.</summary>
    public object? OfFact(PropertyDefinition property) =>
        draft.Chance(50) ? draft.Any(draft.Release.Edges.Where(edge => edge.Id.Length > 0).ToList())[property.Name] : draft.Any(draft.Release.Nodes.Where(node => node.Type.IsFact).ToList())[property.Name];

    public JsonNode Scalar(string type, object? stored)
    {
        switch (draft.Api.Types[type])
        {
            case ApiEnum members:
                return stored is string known && draft.Chance(60) && members.Members.Any(member => member.Name == known) ? known : draft.Any(members.Members).Name;
            case ApiScalar { Form: ScalarForm.Int }:
                return stored is int whole && draft.Chance(80) ? Math.Clamp(whole + (long)draft.Random.Next(-1, 2), int.MinValue, int.MaxValue) : draft.Random.Next(-5, 3000);
            case ApiScalar { Form: ScalarForm.Float }:
                return stored is double real && draft.Chance(80) ? real + draft.Random.Next(-1, 2) : draft.Random.Next(-1000, 1000) / 8.0;
            case ApiScalar { Form: ScalarForm.Boolean }:
                return draft.Chance(50);
            case ApiScalar { Form: ScalarForm.Date }:
                return Day(stored);
            case ApiScalar { Form: ScalarForm.Id }:
                return stored as string ?? RecordId();
            default:
                return Text(stored as string);
        }
    }

    public JsonNode Day(object? stored)
    {
        DateOnly? near = stored switch
        {
            DateOnly exact => exact,
            FuzzyDate date => draft.Chance(50) ? date.Earliest ?? date.Latest : date.Latest ?? date.Earliest,
            _ => null,
        };
        var day = near is { DayNumber: > 3 and < 3_000_000 } known && draft.Chance(80) ? known.AddDays(draft.Random.Next(-1, 2)) : new DateOnly(2024, 1, 1).AddDays(draft.Random.Next(-900, 900));
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public double Number(Quantity? quantity)
    {
        double?[] ends = [quantity?.Low, quantity?.High, quantity?.Best];
        var known = ends.OfType<double>().ToList();
        return known.Count > 0 && draft.Chance(80) ? draft.Any(known) + draft.Random.Next(-1, 2) : draft.Random.Next(0, 5_000_000);
    }

    private string Text(string? stored)
    {
        if (stored is null || draft.Chance(10))
            return draft.Any(_odd);
        var runes = stored.EnumerateRunes().ToList();
        if (draft.Chance(50) || runes.Count < 2)
            return draft.Chance(10) ? stored.ToUpperInvariant() : stored;
        var start = draft.Chance(40) ? 0 : draft.Random.Next(runes.Count);
        var end = draft.Chance(30) ? runes.Count : draft.Random.Next(start + 1, runes.Count + 1);
        return string.Concat(runes[start..end].Select(rune => rune.ToString()));
    }
}
