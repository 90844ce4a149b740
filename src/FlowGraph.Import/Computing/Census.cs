using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Import.Drafts;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Computing;

/// <summary>What is there and what is lacking, counted in one pass, behind <see cref="Weighing"/>, which says what each passage does; and no two facts have one key.</summary>
internal sealed class Census(DatasetDraft dataset, RecordCompiler compiler, Faults faults) : RecordRule
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _caveats = new(StringComparer.Ordinal);
    private readonly HashSet<long> _keys = [];

    private int _citations;
    private int _links;

    public int Nodes { get; private set; }

    public int Edges { get; private set; }

    public ImmutableArray<TypeCount> Counts =>
    [
        .. dataset.Model.NodeTypes.Select(type => new TypeCount(type.EnumName, type.Name == Vocabulary.Citation ? _citations : _counts.GetValueOrDefault(type.Name))),
        .. dataset.Model.EdgeTypes.Where(type => type.Class != EdgeClass.Structural).Select(type => new TypeCount(type.Name, _counts.GetValueOrDefault(type.Name))),
    ];

    public ImmutableArray<Caveat> Caveats =>
    [
        .. new[]
        {
            Caveat("PASSAGE_NOT_LOCATED", "citation rests on an archived excerpt: its passage was not located", "citations rest on an archived excerpt: their passages were not located"),
            Caveat("ONE_ORIGIN", "fact rests on one origin", "facts rest on one origin"),
            Caveat("ORIGIN_UNKNOWN", "source has no known origin; on a fact all unknown ones count as one", "sources have no known origin; on a fact all unknown ones count as one"),
            Caveat("NO_ARCHIVE_COPY", "source has no archive copy", "sources have no archive copy"),
            Caveat("NO_DATE", "source has no date of publication", "sources have no date of publication"),
            Caveat("SCOPE_RECORD", "edge has no passage of its own and takes those of its record; its confidence is at most MODERATE",
                "edges have no passage of their own and take those of their record; their confidence is at most MODERATE"),
        }.Where(caveat => caveat.Count > 0),
    ];

    public override void Node(NodeDraft node)
    {
        Count(_counts, node.Type.Name);
        Nodes++;
        _links += node.Links.Length + (node.Type.Name == Vocabulary.Claim ? 1 : 0);
        Edges += node.Citations.Length;
        if (node.Type.Name == Vocabulary.Source)
        {
            CountIf("ORIGIN_UNKNOWN", compiler.IsOriginUnknown(node.Id));
            CountIf("NO_ARCHIVE_COPY", node["archiveUrl"] is null);
            CountIf("NO_DATE", node["publishedAt"] is null);
        }
        Record(node, node.Type.IsFact);
    }

    public override void Edge(EdgeDraft edge)
    {
        Count(_counts, edge.Type.Name);
        Edges++;
        if (edge.Type.Class == EdgeClass.Fact)
        {
            dataset.Node(edge.From)!.Touch(); // references are checked
            dataset.Node(edge.To)!.Touch();
        }
        CountIf("SCOPE_RECORD", !edge.Citations.Any(citation => citation.Scope == Vocabulary.ScopeOwn && citation.Stance == Vocabulary.Supports));
        Record(edge, isFact: true);
    }

    public override void End()
    {
        Nodes += _citations;
        Edges += _citations + _links;
        _keys.Clear();
    }

    private void Record(Draft record, bool isFact)
    {
        _citations += record.Citations.Length;
        foreach (var citation in record.Citations)
            CountIf("PASSAGE_NOT_LOCATED", citation.Text("locatorKind") == "EXCERPT");
        if (!isFact)
            return;
        CountIf("ONE_ORIGIN", compiler.IndependentSources(record) == 1);
        if (!_keys.Add(FactKey.NumberOf(record.Id)))
            SameKey(record, FactKey.Of(record.Id));
    }

    private void SameKey(Draft record, string key)
    {
        var first = dataset.Nodes.Where(node => node.Type.IsFact).Concat<Draft>(dataset.Edges).First(other => FactKey.Of(other.Id) == key);
        faults.Add(
            ErrorCodes.ImportKeyCollision, record.Line.Field("id"), $"'{record.Id}' has the same key {key} as '{first.Id}'.", key,
            "a key that one fact has", "Give one of the two another id.");
    }

    private void CountIf(string caveat, bool holds)
    {
        if (holds)
            Count(_caveats, caveat);
    }

    private static void Count(Dictionary<string, int> counts, string of) => counts[of] = counts.GetValueOrDefault(of) + 1;

    private Caveat Caveat(string code, string one, string many)
    {
        var count = _caveats.GetValueOrDefault(code);
        return new(code, count, string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}."));
    }
}
