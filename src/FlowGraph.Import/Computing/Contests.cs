using FlowGraph.Import.Drafts;

namespace FlowGraph.Import.Computing;

/// <summary>Which facts are contested, and whether the contest caps their confidence.</summary>
internal sealed class Contests(Weighing evidence)
{
    private readonly Dictionary<string, bool> _caps = new(StringComparer.Ordinal);

    public bool IsContested(string id) => _caps.ContainsKey(id);

    public bool Caps(Draft fact) => _caps.GetValueOrDefault(fact.Id);

    /// <summary>Asked once, when all evidence is there.</summary>
    public void Read()
    {
        foreach (var (record, property) in evidence.Disputes)
            Dispute(record, property);
        foreach (var denial in evidence.Denials)
            Deny(denial);
    }

    private void Dispute(string record, string? property)
    {
        if (property is null)
        {
            Contest(record, caps: true);
            return;
        }

        // A passage that disputes a property speaks against its preferred reading; where none is preferred, against every one.
        var readings = evidence.Claims(record, property);
        var preferred = readings.Where(claim => claim.IsPreferred).ToList();
        foreach (var claim in preferred.Count > 0 ? preferred : readings)
            Contest(claim.Id, caps: true);
    }

    // A party's own denial is to be shown, but is no reason to believe the others less.
    private void Deny(EdgeDraft denial)
    {
        var deniers = evidence.Leaving(denial.From).Where(edge => edge.Type.Name == Vocabulary.MadeBy).Select(edge => edge.To).ToList();
        var parties = evidence.Leaving(denial.To).Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        Contest(denial.To, caps: deniers.Count == 0 || !deniers.TrueForAll(parties.Contains));
    }

    private void Contest(string id, bool caps) => _caps[id] = caps || _caps.GetValueOrDefault(id);
}
