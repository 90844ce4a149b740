using FlowGraph.Import.Drafts;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Computing;

/// <summary>All that a record's computed fields depend on beyond its own line: gathered in one pass.</summary>
internal sealed class Weighing : RecordRule
{
    private readonly DatasetDraft _dataset;
    private readonly Dictionary<(string Subject, string Property), List<ClaimReading>> _claims = [];
    private readonly List<(string Record, string? Property)> _disputes = [];
    private readonly Dictionary<string, List<(EdgeType Type, string To)>> _leaving = new(StringComparer.Ordinal);

    public Weighing(DatasetDraft dataset)
    {
        _dataset = dataset;
        Origins = new(dataset);
        Contests = new(this);
        foreach (var denial in Denials)
        {
            _leaving[denial.From] = [];
            _leaving[denial.To] = [];
        }
    }

    public Origins Origins { get; }

    public Contests Contests { get; }

    public IEnumerable<EdgeDraft> Denials => _dataset.Denials.Where(denial => !IsRetracted(denial));

    /// <summary>A record that stands, and the property that a passage disputes; null = all of it.</summary>
    public IEnumerable<(string Record, string? Property)> Disputes => _disputes;

    public IReadOnlyList<ClaimReading> Claims(string subject, string property) => _claims.TryGetValue((subject, property), out var readings) ? readings : [];

    /// <summary>Edges that leave a record which is denied, or which denies.</summary>
    public IReadOnlyList<(EdgeType Type, string To)> Leaving(string id) => _leaving[id];

    public override void Node(NodeDraft node)
    {
        if (node.Type.Name == Vocabulary.Claim)
        {
            var of = (node.Text("subjectId")!, node.Text("property")!); // both required, hence read
            if (!_claims.TryGetValue(of, out var readings))
                _claims.Add(of, readings = []);
            readings.Add(ClaimReading.Of(node));
        }
        Read(node);
    }

    public override void Edge(EdgeDraft edge)
    {
        if (_leaving.TryGetValue(edge.From, out var leaving))
            leaving.Add((edge.Type, edge.To));
        Read(edge);
    }

    public override void End() => Contests.Read();

    private void Read(Draft record)
    {
        Stances.Fill(record, _dataset);
        if (!IsRetracted(record))
            _disputes.AddRange(record.Citations.Where(citation => citation.Stance == Vocabulary.Disputes).Select(citation => (record.Id, citation.CitedProperty)));
    }

    private static bool IsRetracted(Draft record) => record.Text(Vocabulary.Status) == Vocabulary.Retracted;
}
