using System.Collections.Immutable;
using System.Text;
using FlowGraph.Query.Exports;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>Collects the parts of a web page.</summary>
internal sealed class HtmlWriter : NarrativeWriter
{
    private const string SourcePrefix = "source:";

    private readonly ImmutableArray<PrintedPart>.Builder _parts = ImmutableArray.CreateBuilder<PrintedPart>();
    private readonly ImmutableArray<PrintedBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PrintedBlock>();
    private readonly HashSet<int> _referred = [];
    private string _title = "";
    private string? _heading;

    public PrintedPage Build()
    {
        EndPart();
        return new(_title, _parts.ToImmutable());
    }

    public override string Plain(string text) => HtmlText.Of(OneLine(text));

    public override string Link(string text, string target, string? language = null)
    {
        if (target is ['/', not '/', ..])
            return $"<a href=\"{HtmlText.Attribute(target)}\">{Plain(text)}</a>";
        // Addresses come from the data: only what leads to a page is a link.
        if (!Uri.TryCreate(target, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return $"{Plain(text)} ({Plain(target)})";
        return $"<a href=\"{HtmlText.Attribute(target)}\" rel=\"noreferrer noopener\"{(language is null ? "" : $" hreflang=\"{HtmlText.Attribute(language)}\"")}>{Plain(text)}</a>";
    }

    public override string Id(string id) =>
        id.StartsWith(SourcePrefix, StringComparison.Ordinal) ? $"<a href=\"/source/{HtmlText.Attribute(id)}\"><code>{Plain(id)}</code></a>" : $"<code>{Plain(id)}</code>";

    public override string Numbers(IReadOnlyList<int> footnotes)
    {
        var html = new StringBuilder();
        foreach (var number in footnotes)
        {
            // A footnote leads back to where it was named first.
            var mark = _referred.Add(number) ? $" id=\"ref-{number}\"" : "";
            html.Append($"<a class=\"note-ref\" href=\"#note-{number}\"{mark}>[<span class=\"hidden\">footnote </span>{number}]</a>");
        }
        return html.ToString();
    }

    public override void Title(string text) => _title = OneLine(text);

    public override void Section(string text)
    {
        EndPart();
        _heading = text;
    }

    public override void Paragraph(string ready) => _blocks.Add(new PrintedBlock.Paragraph(ready));

    public override void Alleged(string name, IReadOnlyList<string> who) => _blocks.Add(new PrintedBlock.Alleged(Allegation(name, who)));

    public override void List(IEnumerable<string> ready) => _blocks.Add(new PrintedBlock.Items([.. ready]));

    public override void Labelled(IEnumerable<(string Label, string Ready)> lines) => _blocks.Add(new PrintedBlock.Labelled([.. lines]));

    public override void Passages(IEnumerable<(string Stance, string Ready)> lines) => _blocks.Add(new PrintedBlock.Passages([.. lines]));

    public override void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) =>
        _blocks.Add(new PrintedBlock.Table([.. heads], [.. rows.Select(row => row.ToImmutableArray())]));

    protected override void Footnotes(IEnumerable<string> ready) => _blocks.Add(new PrintedBlock.Notes([.. ready.Select((note, index) => (note, _referred.Contains(index + 1)))]));

    private void EndPart()
    {
        if (_blocks.Count > 0 || _heading is not null)
            _parts.Add(new(_heading, _blocks.ToImmutable()));
        _blocks.Clear();
        _heading = null;
    }
}
