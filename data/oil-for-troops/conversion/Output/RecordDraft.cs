using System.Text.Json.Nodes;
using FlowGraph.Conversion.Input;

namespace FlowGraph.Conversion.Output;

/// <summary>A record of the dataset while it is being put together; the same class serves nodes, edges and claims.</summary>
internal sealed class RecordDraft(string id, Draft draft)
{
    // What a reader looks for first and last; other fields keep the order in which they were set.
    private static readonly string[] Leading =
        ["id", "name", "subject", "property", "from", "to", "when", "value", "low", "high", "best", "unit", "bound", "text", "asOf", "qualifier", "method"];

    private static readonly string[] Trailing =
        ["likelihood", "assertedBy", "assertedByNote", "rank", "rankReason", "kind", "description"];

    private readonly JsonObject _fields = new() { ["id"] = id };
    private readonly List<JsonObject> _citations = [];
    private readonly List<string> _description = [];

    public string Id { get; } = id;

    public bool IsCited => _citations.Count > 0;

    public string? Text(string field) => _fields[field]?.GetValue<string>();

    public RecordDraft Set(string field, JsonNode? value)
    {
        if (value is null or JsonArray { Count: 0 }) return this;
        _fields[field] = value;
        return this;
    }

    public RecordDraft Unset(string field)
    {
        _fields.Remove(field);
        return this;
    }

    public RecordDraft Set(string field, IEnumerable<string> values) =>
        Set(field, new JsonArray([.. values.Distinct().Select(value => JsonValue.Create(value))]));

    /// <summary>Copies a field of the dossier under its own or another name.</summary>
    public RecordDraft Take(DossierRecord from, string path, string? field = null)
    {
        if (from.Find(path) is not { } value) return this;
        draft.Ledger.Field(from.Key, path, Id);
        return Set(field ?? path, JsonNode.Parse(value.GetRawText()));
    }

    /// <summary>Takes a field that changes on the way, and gives its text.</summary>
    public string? Read(DossierRecord from, string path)
    {
        if (from.Text(path) is not { } text) return null;
        draft.Ledger.Field(from.Key, path, Id);
        return text;
    }

    public RecordDraft Describe(DossierRecord from, params IEnumerable<string> paths)
    {
        foreach (var path in paths)
            if (Read(from, path) is { } text) Describe(text);
        return this;
    }

    public RecordDraft Describe(string sentence)
    {
        _description.Add($"{char.ToUpperInvariant(sentence[0])}{sentence[1..].TrimEnd('.')}.");
        return this;
    }

    public RecordDraft Cite(Passage passage, string? property = null, string scope = "OWN", string? stance = null)
    {
        var byGrade = passage.IsDisputed ? "DISPUTES" : "SUPPORTS";
        var evidenceType = draft.Decisions.EvidenceType(passage) ?? "MEDIA";
        var citation = new JsonObject
        {
            ["id"] = draft.CitationId(Id, passage.Source),
            ["source"] = $"source:{passage.Source}",
        };
        if (property is not null) citation["property"] = property;
        citation["locator"] = passage.Locator;
        citation["locatorKind"] = LocatorKind.Of(passage.Locator);
        citation["paraphrase"] = passage.Says;
        if (stance is not null && stance != byGrade) citation["stance"] = stance;
        citation["grade"] = passage.Grade;
        if (scope != "OWN") citation["scope"] = scope;
        if (evidenceType != "MEDIA") citation["evidenceType"] = evidenceType;
        _citations.Add(citation);
        draft.Ledger.Citation(passage, citation["id"]!.GetValue<string>());
        return this;
    }

    public RecordDraft CiteAll(IEnumerable<Passage> passages, string scope = "OWN", string? stance = null)
    {
        foreach (var passage in passages) Cite(passage, null, scope, stance);
        return this;
    }

    public IEnumerable<string> CitedSources => _citations.Select(citation => DatasetText.Bare(citation["source"]!.GetValue<string>()));

    public IEnumerable<string> OwnSources => _citations
        .Where(citation => !citation.ContainsKey("scope"))
        .Select(citation => DatasetText.Bare(citation["source"]!.GetValue<string>()));

    public string ToLine()
    {
        if (_description.Count > 0) _fields["description"] = string.Join(' ', _description);
        var ordered = new JsonObject();
        foreach (var (name, value) in _fields.OrderBy(field => Place(field.Key))) ordered[name] = value?.DeepClone();
        if (_citations.Count > 0) ordered["citations"] = new JsonArray([.. _citations.Select(citation => citation.DeepClone())]);
        return DatasetText.Line(ordered);
    }

    private static int Place(string field) => Array.IndexOf(Leading, field) is var first and >= 0
        ? first
        : Leading.Length + Array.IndexOf(Trailing, field) + 1;
}
