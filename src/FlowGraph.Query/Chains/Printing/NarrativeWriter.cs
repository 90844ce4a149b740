using System.Collections.Immutable;
using System.Text;
using FlowGraph.Model.Records;
using FlowGraph.Query.Chains.Assembly;

namespace FlowGraph.Query.Chains.Printing;

/// <summary>The forms a narrative is written in. Text given to it is plain; what its methods return is ready for the page.</summary>
internal abstract class NarrativeWriter
{
    protected StringBuilder Page { get; } = new();

    /// <summary>Text as it is, on one line.</summary>
    public abstract string Plain(string text);

    /// <param name="language">Of what the link leads to, where that is known.</param>
    public abstract string Link(string text, string target, string? language = null);

    public abstract string Id(string id);

    public abstract string Numbers(IReadOnlyList<int> footnotes);

    public abstract void Title(string text);

    public abstract void Section(string text);

    public virtual void Paragraph(string ready) => Page.Append(ready).Append("\n\n");

    public virtual void List(IEnumerable<string> ready)
    {
        foreach (var item in ready)
            Page.Append("- ").Append(item).Append('\n');

        Page.Append('\n');
    }

    /// <summary>What belongs to a name each.</summary>
    public virtual void Labelled(IEnumerable<(string Label, string Ready)> lines) => List(lines.Select(line => $"{Plain(line.Label)}: {line.Ready}"));

    /// <summary>What sources say, with the stance of each.</summary>
    public virtual void Passages(IEnumerable<(string Stance, string Ready)> lines) => List(lines.Select(line => line.Ready));

    public abstract void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows);

    /// <summary>Numbered from 1.</summary>
    protected abstract void Footnotes(IEnumerable<string> ready);

    public void Footnotes(Footnotes footnotes)
    {
        if (footnotes.Notes.Count == 0)
            return;

        Section("Footnotes");
        Footnotes(footnotes.Notes.Select(note => FootnoteText.Of(note, this)));
    }

    /// <summary>That an exchange is an allegation, and whose.</summary>
    public virtual void Alleged(string name, IReadOnlyList<string> who) => Paragraph(Allegation(name, who));

    protected string Allegation(string name, IReadOnlyList<string> who) => Plain($"“{name}” is alleged{(who.Count == 0 ? "" : $" by {HopWords.List(who)}")}, not established.");

    public void Disagreements(ImmutableArray<Disagreement> disagreements, Footnotes footnotes)
    {
        if (disagreements.IsEmpty)
            return;

        Section("Where sources disagree");
        List(
            disagreements.Select(item => Plain(Capital(item.Lead)) + string.Join(Plain(";"), item.Parts.Select(part =>
                $"{(part.Text.Length == 0 ? "" : " " + Plain(part.Text))}{(part.Citations.IsEmpty ? "" : " " + Numbers(footnotes.Of(part.Citations)))}"))));
    }

    /// <summary>Of which release it is, where it stands, under which licence, and who corrects it.</summary>
    public void Imprint(ReleaseInfo release, string id, string permalink)
    {
        Section("Release");
        List(
            [
                $"{Id(release.Id)} {Plain($"{release.Version}, {release.ReleasedAt:yyyy-MM-dd}")}, SHA-256 {Id(release.Sha256)}",
                $"Permalink: {Link(id, permalink)}",
                $"Licence: {Plain(release.Licence)}",
                $"Corrections: {Plain(release.Corrections is null ? release.Contact : $"{release.Contact}, {release.Corrections}")}",
            ]);
        Paragraph(Plain("Verified by ____ on ____"));
    }

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public override string ToString() => Page.ToString().TrimEnd('\n') + "\n";

    internal static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n', '\t', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
