using System.Collections.Immutable;
using FlowGraph.Model.Records;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Passages numbered by first appearance. A passage cited for several records has one number, unless it relays different bodies for them.</summary>
internal sealed class Footnotes
{
    private readonly Dictionary<(string Source, string Locator, string? Origin), int> _numbers = [];
    private readonly List<Footnote> _notes = [];

    public IReadOnlyList<Footnote> Notes => _notes;

    /// <summary>In order of first appearance.</summary>
    public IEnumerable<NodeRecord> Sources => _notes.Select(note => note.Source).DistinctBy(source => source.Id);

    public void Add(IEnumerable<CitationEvidence> citations)
    {
        foreach (var citation in citations)
        {
            if (_numbers.TryGetValue(Place(citation), out var number))
            {
                var note = _notes[number - 1];
                if (!note.Citations.Contains(citation.Citation.Id))
                    _notes[number - 1] = note with { Citations = note.Citations.Add(citation.Citation.Id) };
            }
            else
            {
                _numbers.Add(Place(citation), _notes.Count + 1);
                _notes.Add(new Footnote(_notes.Count + 1, citation.Source, citation.Citation, citation.Origin, [citation.Citation.Id]));
            }
        }
    }

    /// <summary>The numbers of these passages, ascending, each once.</summary>
    public IReadOnlyList<int> Of(IEnumerable<CitationEvidence> citations) => [.. citations.Select(citation => _numbers[Place(citation)]).Distinct().Order()];

    private static (string Source, string Locator, string? Origin) Place(CitationEvidence citation) =>
        (citation.Source.Id, $"{citation.Citation["locatorKind"]} {citation.Citation["locator"]}", citation.Origin?.Id);
}

/// <param name="Passage">A citation of it: all that share the number name the same place.</param>
/// <param name="Origin">What the source relays; null where that is unknown or only its own word.</param>
/// <param name="Citations">Ids of all citations with this number.</param>
internal sealed record Footnote(int Number, NodeRecord Source, NodeRecord Passage, NodeRecord? Origin, ImmutableArray<string> Citations);
