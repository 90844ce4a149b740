using System.Text.Json;

namespace FlowGraph.Conversion.Input;

/// <summary>What was decided by reading: the files under <c>decisions/</c> and the founding article's statements.</summary>
internal sealed class Decisions
{
    private readonly Dictionary<(string Record, int Index), string> _evidenceTypes;
    private readonly Dictionary<(string Record, int Index), DisputedPassage> _disputed;
    private readonly HashSet<(string Record, int Index)> _context;

    private Decisions(string directory)
    {
        var decisions = Path.Combine(directory, "decisions");
        _evidenceTypes = Lines(decisions, "evidence-types.jsonl")
            .ToDictionary(line => (line.Required("record"), (int)line.Number("n")!), line => line.Required("evidenceType"));
        _disputed = Lines(decisions, "disputed.jsonl")
            .Select(line => new DisputedPassage(line))
            .ToDictionary(passage => (passage.Record, passage.Index));
        _context = [.. Lines(decisions, "context.jsonl").Select(line => (line.Required("record"), (int)line.Number("n")!))];
        About = [.. Lines(decisions, "about.jsonl")];
        Events = Lines(decisions, "events.jsonl").ToDictionary(line => line.Required("event"));
        Founding = Lines(Path.Combine(directory, "dossier"), "founding-statements.jsonl")
            .ToDictionary(line => line.Required("id"), Statement);
        FoundingStatements = [.. Lines(Path.Combine(directory, "dossier"), "founding-statements.jsonl")];
    }

    /// <summary>One line a dispute: what it is about, and the values that its passages give.</summary>
    public IReadOnlyList<DossierRecord> About { get; }

    public IReadOnlyDictionary<string, DossierRecord> Events { get; }

    public IReadOnlyDictionary<string, Passage> Founding { get; }

    public IReadOnlyList<DossierRecord> FoundingStatements { get; }

    public IEnumerable<DisputedPassage> Disputed => _disputed.Values;

    public static Decisions Read(string directory) => new(directory);

    public string? EvidenceType(Passage passage) => _evidenceTypes.GetValueOrDefault((passage.Record, passage.Index));

    public DisputedPassage? Disputing(Passage passage) => _disputed.GetValueOrDefault((passage.Record, passage.Index));

    /// <summary>The passage is background to its record and does not bear it out.</summary>
    public bool IsContext(Passage passage) => _context.Contains((passage.Record, passage.Index));

    private static Passage Statement(DossierRecord line)
    {
        var at = line.Required("line");
        return new Passage(
            $"founding/{line.Required("id")}",
            0,
            "voz-2024-11-22",
            at.Contains(',', StringComparison.Ordinal) ? $"lines {at}" : $"line {at}",
            line.Required("paraphrase"),
            line.Required("grade"));
    }

    private static IEnumerable<DossierRecord> Lines(string directory, string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(directory, file)).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            yield return new DossierRecord(file, "", document.RootElement.Clone());
        }
    }
}

/// <summary>What a passage graded DISPUTED contests: a property, or a fact by way of a party's denial.</summary>
internal sealed class DisputedPassage(DossierRecord line)
{
    public string Record { get; } = line.Required("record");

    public int Index { get; } = (int)line.Number("n")!;

    public string? Property { get; } = line.Text("property");

    public IReadOnlyList<string> AlsoProperties { get; } = line.List("alsoProperty");

    public string? DeniedBy { get; } = line.Text("deniesBy");

    /// <summary>The record whose property a relationship's passage contests.</summary>
    public string? Of { get; } = line.Text("of");

    public string? Gives { get; } = line.Text("gives");

    public string Why { get; } = line.Required("why");

    /// <summary>The passage gives the record's own value and is graded DISPUTED only because others differ.</summary>
    public bool Agrees { get; } = line.Flag("agrees");
}
