using FlowGraph.Conversion.Input;

namespace FlowGraph.Conversion.Output;

/// <summary>The dataset in the making: its records, and the ledger of what they were made from.</summary>
internal sealed class Draft(Dossier dossier, Decisions decisions)
{
    private readonly SortedDictionary<string, RecordDraft> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _citationIds = [];
    private readonly HashSet<string> _carriedTies = [];
    private readonly List<(DisputedPassage Decision, string Target, Passage Passage)> _denials = [];

    public Dossier Dossier { get; } = dossier;

    public Decisions Decisions { get; } = decisions;

    public Ledger Ledger { get; } = new();

    public IEnumerable<RecordDraft> Records => _records.Values;

    /// <summary>Passages of records that report a party's denial: they go to an edge DENIES, not against the fact.</summary>
    public IReadOnlyList<(DisputedPassage Decision, string Target, Passage Passage)> Denials => _denials;

    public RecordDraft this[string id] => _records[id];

    public bool Has(string id) => _records.ContainsKey(id);

    /// <summary>A field already made an edge of this relationship.</summary>
    public bool IsCarried(DossierRecord tie) => _carriedTies.Contains(tie.Key);

    public RecordDraft New(string id)
    {
        var record = new RecordDraft(id, this);
        _records.Add(id, record);
        return record;
    }

    /// <summary>A node made from one record of the dossier, with the record's own citations.</summary>
    public RecordDraft Node(DossierRecord from)
    {
        var node = New(Dossier.Id(from.BareId));
        node.Read(from, "id");
        CiteOwn(node, from);
        return node;
    }

    public RecordDraft Edge(string type, string from, string to)
    {
        var stem = $"{type.Replace('_', '-').ToLowerInvariant()}:{DatasetText.Bare(from)}--{DatasetText.Bare(to)}";
        return New(Free(stem, Has)).Set("from", from).Set("to", to);
    }

    /// <summary>An edge that a field implies: with the passages of its relationship, else with copies of the record's.</summary>
    public RecordDraft Implied(DossierRecord record, string field, string type, string from, string to, params IEnumerable<DossierRecord> ties)
    {
        var edge = Edge(type, from, to);
        foreach (var tie in ties) CiteTie(edge, tie);
        if (!edge.IsCited) CiteCopies(edge, record);
        Ledger.Field(record.Key, field, edge.Id);
        return edge;
    }

    /// <summary>An edge that stands for a relationship of the dossier.</summary>
    public RecordDraft Tie(DossierRecord tie, string type, string from, string to) => CiteTie(Edge(type, from, to), tie);

    public RecordDraft CiteTie(RecordDraft edge, DossierRecord tie)
    {
        _carriedTies.Add(tie.Key);
        foreach (var field in (string[])["from", "type", "to"]) edge.Read(tie, field);
        return edge.CiteAll(tie.Passages.Where(passage => Decisions.Disputing(passage) is null));
    }

    public RecordDraft CiteCopies(RecordDraft record, DossierRecord from, string? about = null)
    {
        record.CiteAll(Supporting(from), "RECORD");
        foreach (var passage in from.Passages.Where(passage => about is not null && Decisions.Disputing(passage) is { } decision && decision.Property == about))
            record.Cite(passage, null, "RECORD");
        return record;
    }

    /// <summary>The passages that bear out the record as it stands.</summary>
    public IEnumerable<Passage> Supporting(DossierRecord record) =>
        record.Passages.Where(passage => !passage.IsDisputed && !Decisions.IsContext(passage));

    public string CitationId(string subject, string source)
    {
        var id = Free($"citation:{DatasetText.Bare(subject)}--{source}", _citationIds.Contains);
        _citationIds.Add(id);
        return id;
    }

    /// <summary><c>claim:osc-43-trips-2024--vessel-count--2</c></summary>
    public RecordDraft Claim(string subject, string property) =>
        New(Free($"claim:{DatasetText.Bare(subject)}--{DatasetText.Kebab(property)}", Has)).Set("subject", subject).Set("property", property);

    private void CiteOwn(RecordDraft node, DossierRecord from)
    {
        foreach (var passage in from.Passages)
        {
            var decision = Decisions.Disputing(passage);
            if (from.Key.StartsWith("disputes/", StringComparison.Ordinal))
            {
                node.Cite(passage, stance: "SUPPORTS");
            }
            else if (decision?.DeniedBy is not null)
            {
                _denials.Add((decision, node.Id, passage));
            }
            else
            {
                node.Cite(passage, decision?.Property, stance: Decisions.IsContext(passage) ? "CONTEXT" : decision is { Agrees: true } ? "SUPPORTS" : null);
                foreach (var property in decision?.AlsoProperties ?? []) node.Cite(passage, property);
            }
        }
    }

    private static string Free(string stem, Func<string, bool> taken)
    {
        var id = stem;
        for (var n = 2; taken(id); n++) id = $"{stem}--{n}";
        return id;
    }
}
