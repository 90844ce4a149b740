using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>Which facts are contested, and whether the contest caps their confidence.</summary>
internal sealed class Contests
{
    private readonly DatasetDraft _dataset;
    private readonly ILookup<(string Subject, string Property), NodeDraft> _claims;
    private readonly Dictionary<string, bool> _caps = new(StringComparer.Ordinal);

    public Contests(DatasetDraft dataset, ILookup<(string Subject, string Property), NodeDraft> claims)
    {
        _dataset = dataset;
        _claims = claims;
        foreach (var record in dataset.Nodes.Concat<Draft>(dataset.Edges).Where(record => record.Text(Vocabulary.Status) != Vocabulary.Retracted))
        {
            foreach (var citation in record.Citations.Where(citation => citation.Stance == Vocabulary.Disputes))
                Dispute(record, citation.CitedProperty);
        }

        AddDenials();
    }

    public bool IsContested(Draft fact) => _caps.ContainsKey(fact.Id);

    public bool Caps(Draft fact) => _caps.GetValueOrDefault(fact.Id);

    private void Dispute(Draft record, string? property)
    {
        if (property is null)
        {
            Contest(record.Id, caps: true);
            return;
        }

        // A passage that disputes a property speaks against its preferred reading; where none is preferred, against every one.
        var readings = _claims[(record.Id, property)].ToList();
        var preferred = readings.Where(claim => claim.Text("rank") == Vocabulary.Preferred).ToList();
        foreach (var claim in preferred.Count > 0 ? preferred : readings)
            Contest(claim.Id, caps: true);
    }

    // A party's own denial is to be shown, but is no reason to believe the others less.
    private void AddDenials()
    {
        var denials = _dataset.Edges.Where(edge => edge.Type.Name == Vocabulary.Denies && edge.Text(Vocabulary.Status) != Vocabulary.Retracted).ToList();
        if (denials.Count == 0)
            return;

        var targets = _dataset.Edges.ToLookup(edge => edge.From);
        foreach (var denial in denials)
        {
            var deniers = targets[denial.From].Where(edge => edge.Type.Name == Vocabulary.MadeBy).Select(edge => edge.To).ToList();
            var parties = targets[denial.To].Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
            Contest(denial.To, caps: deniers.Count == 0 || !deniers.TrueForAll(parties.Contains));
        }
    }

    private void Contest(string id, bool caps) => _caps[id] = caps || _caps.GetValueOrDefault(id);
}
