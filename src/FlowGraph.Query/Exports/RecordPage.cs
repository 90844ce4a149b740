using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Chains;
using FlowGraph.Query.Chains.Assembly;
using FlowGraph.Query.Chains.Printing;

namespace FlowGraph.Query.Exports;

/// <summary>A record to read and print: what it is, who says so, claims side by side, what is around it, disagreement, footnotes, imprint. A part without content is left out.</summary>
internal sealed class RecordPage(RecordPrint print, NarrativeWriter writer, string permalinkBase)
{
    private static readonly string[] _claimHeads = ["Property", "Value", "According to", "As of", "Rank", "Kind", "Confidence", "Status", "Footnotes"];
    private static readonly string[] _factHeads = ["Fact", "Kind", "When", "Confidence", "Status", "According to", "Details", "Footnotes"];

    // What a claim says in other words on lines of its own.
    private static readonly HashSet<string> _saidOfClaims = ["subjectId", "value", "low", "high", "best", "unit", "bound", "text", "rankReason"];

    // Under "According to" already.
    private static readonly HashSet<string> _saidElsewhere = ["accordingTo", "accordingToNote"];

    private readonly PrintedFact _record = print.Record;

    public string Write()
    {
        writer.Title(_record.Caption);
        writer.Labelled(Head().Select(line => (line.Label, line.Ready ?? writer.Plain(line.Text))));
        if (print.Alleging is { } who)
            writer.Alleged(_record.Text("name") ?? _record.Caption, who);

        Passages();
        Claims();
        Around();
        writer.Disagreements(print.Disagreements, print.Footnotes);
        writer.Footnotes(print.Footnotes);
        writer.Imprint(print.Release, _record.Id, permalinkBase + _record.Permalink);
        return writer.ToString();
    }

    private IEnumerable<Line> Head()
    {
        yield return new(_record.IsFact ? "Fact" : "Record", "", $"{writer.Id(_record.Id)}, {writer.Plain(Words(_record.Type))}");
        if (_record.Record.Edge is { } edge)
        {
            yield return new("From", "", Node(edge.From));
            yield return new("To", "", Node(edge.To));
        }
        if (_record.IsClaim)
        {
            yield return new("About", "", Node(_record.Text("subjectId")!));
            yield return new("Value", _record.Value!);
        }
        if (_record.IsFact)
        {
            yield return new("Kind", _record.Text("kind")!);
            yield return new("When", When(_record));
            yield return new("Confidence", _record.Text("confidenceBasis")!);
            yield return new("Status", Status(_record));
            if (_record.Text("likelihood") is { } likelihood)
                yield return new("Likelihood", likelihood);
        }
        if (_record.AccordingTo.Length > 0)
            yield return new("According to", _record.AccordingTo);
        if (_record.Citations.Any(IsSupporting) && _record.Citations.Where(IsSupporting).All(citation => citation.Citation["scope"] is "RECORD"))
            yield return new("Passages", "none of its own; they were read for the record it was taken from");
        foreach (var (property, value) in Own(_record))
        {
            if (_record.IsClaim && property.Name == "rank")
                yield return new("Rank", Rank(_record));
            else if (property.Kind == ValueKind.Url)
                yield return new(NarrativeWriter.Capital(RecordWords.Label(property)), "", writer.Link(value, value));
            else if (value != _record.AccordingTo && !_saidElsewhere.Contains(property.Name) && (!_record.IsClaim || !_saidOfClaims.Contains(property.Name)))
                yield return new(NarrativeWriter.Capital(RecordWords.Label(property)), value + Asserted(property));
        }
    }

    /// <summary>Who gives the figure that the record shows, where claims on it are known.</summary>
    private string Asserted(PropertyDefinition property)
    {
        var claim = print.Claims.FirstOrDefault(claim => claim.Text("property") == property.Name && claim.Text("rank") == "PREFERRED");
        return claim is { AccordingTo.Length: > 0 } ? $", according to {claim.AccordingTo}" : "";
    }

    private void Passages()
    {
        var passages = _record.Citations.Where(citation => citation.Citation["stance"] is not "DISPUTES").ToList();
        if (passages.Count == 0)
            return;

        writer.Section("What the sources say");
        writer.Passages(passages.Select(citation =>
        {
            var wording = citation.Citation["sourceWording"] is string words ? $" “{words}”" : "";
            var part = citation.Citation["property"] is string property ? $" (on {property})" : "";
            return ((string)citation.Citation["stance"]!, $"{writer.Plain($"{Grade(citation)}{part}: {citation.Citation["paraphrase"]}{wording}")} {writer.Numbers(print.Footnotes.Of([citation]))}");
        }));
    }

    private void Claims()
    {
        if (print.Claims.IsEmpty)
            return;

        writer.Section("Claims");
        writer.Table(_claimHeads, print.Claims.Select(claim => (IReadOnlyList<string>)
        [
            writer.Plain(claim.Text("property")!),
            writer.Link(claim.Value!, $"{permalinkBase}/fact/{claim.Id}"),
            writer.Plain(claim.AccordingTo),
            writer.Plain(claim.Record["asOf"] is FuzzyDate date ? DateWords.Of(date) : ""),
            writer.Plain(Rank(claim)),
            writer.Plain(claim.Text("kind")!),
            writer.Plain(claim.Text("confidence")!),
            writer.Plain(Status(claim)),
            writer.Numbers(print.Footnotes.Of(claim.Citations)),
        ]));
    }

    private void Around()
    {
        if (!print.IsPage)
            return;

        writer.Section(_record.Record.Node!.Type.Name == RecordWords.Source ? "What it is cited for" : "Facts");
        if (print.Around.IsEmpty && print.Omitted == 0)
            writer.Paragraph(writer.Plain("None."));
        if (!print.Around.IsEmpty)
        {
            writer.Table(_factHeads, print.Around.Select(fact => (IReadOnlyList<string>)
            [
                writer.Link(fact.Caption, permalinkBase + fact.Permalink),
                writer.Plain(fact.Text("kind") ?? ""),
                writer.Plain(fact.IsFact ? When(fact) : ""),
                writer.Plain(fact.Text("confidence") ?? ""),
                writer.Plain(fact.IsFact ? Status(fact) : ""),
                writer.Plain(fact.AccordingTo),
                writer.Plain(Details(fact)),
                writer.Numbers(print.Footnotes.Of(fact.Citations)),
            ]));
        }
        if (print.Omitted > 0)
            writer.Paragraph(writer.Plain($"{HopWords.Number(print.Omitted)} more are not printed here; the export of the whole release has them."));
    }

    /// <summary>An edge's own properties: how a tie stands, how a call is known. Events say too much of themselves for a cell.</summary>
    private string Details(PrintedFact fact) => fact.Record.Edge is null
        ? ""
        : string.Join("; ", Own(fact).Where(own => !_saidElsewhere.Contains(own.Property.Name)).Select(own => $"{RecordWords.Label(own.Property)}: {own.Value}"));

    /// <summary>What the record has beside the contract.</summary>
    private IEnumerable<(PropertyDefinition Property, string Value)> Own(PrintedFact fact)
    {
        var (properties, values) = fact.Record.Edge is { } edge ? (edge.Relationship.Edge.Properties, edge.Values) : (fact.Record.Node!.Type.Properties, fact.Record.Node.Values);
        foreach (var property in properties.Where(property => !property.IsContract || property.Name is "description" or "modality" or "aliases" or "nativeNames"))
        {
            if (property.Name is not ("name" or "title") && RecordWords.Value(property, values[property.Index], print.Nodes) is { Length: > 0 } value)
                yield return (property, value);
        }
    }

    private string Node(string id) => print.Nodes.TryGetValue(id, out var node)
        ? $"{writer.Link(node.Name, $"{permalinkBase}/node/{id}")} {writer.Id(id)}"
        : writer.Id(id);

    // An edge without a date of its own has that of the event at one of its ends, as in a chain.
    private static string When(PrintedFact fact) => fact.When is { } when ? DateWords.Of(when)
        : new[] { fact.To, fact.From }.FirstOrDefault(end => end is { IsEvent: true, When: not null }) is { } of && !fact.IsClaim ? $"{DateWords.Of(of.When!)} (the event)"
        : "undated";

    private static string Status(PrintedFact fact) => fact.Text("statusReason") is { } reason ? $"{fact.Text("status")}: {reason}" : fact.Text("status")!;

    private static string Rank(PrintedFact claim) => claim.Text("rankReason") is { } reason ? $"{claim.Text("rank")}: {reason}" : claim.Text("rank") ?? "";

    private static bool IsSupporting(CitationEvidence citation) => citation.Citation["stance"] is "SUPPORTS";

    private static string Grade(CitationEvidence citation) =>
        citation.Citation["stance"] is "CONTEXT" ? "Context" : NarrativeWriter.Capital((citation.Citation["grade"] as string ?? "").ToLowerInvariant());

    private static string Words(string type) => type.ToLowerInvariant().Replace('_', ' ');

    /// <param name="Ready">Instead of <paramref name="Text"/>, where it is written already.</param>
    private sealed record Line(string Label, string Text, string? Ready = null);
}
