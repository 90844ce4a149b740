using FlowGraph.Import.Reading;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;

namespace FlowGraph.Import.Drafts;

/// <summary>What stays of a node when its line is read.</summary>
internal class NodeHeader(NodeType type, string id, string? name, LinePlace line, bool isWhole) : NodeSummary(type, id, name)
{
    public LinePlace Line { get; } = line;

    public bool IsWhole { get; } = isWhole;

    /// <summary>The name of the body whose word it is.</summary>
    public virtual string Body => Title;

    public void Touch() => Degree++;

    public static NodeHeader Of(NodeDraft node) => node.Type.Name == Vocabulary.Source ? new SourceHeader(node) : new NodeHeader(node.Type, node.Id, node.Text("name"), node.Line, node.IsWhole);
}

internal sealed class SourceHeader(NodeDraft source) : NodeHeader(source.Type, source.Id, null, source.Line, source.IsWhole)
{
    private readonly string? _title = source.Text("title");
    private readonly string? _publisher = source.Text("publisher");
    private readonly string? _date = (source["publishedAt"] as FuzzyDate)?.Edtf;

    /// <summary>The Admiralty letter; null where the text was not read.</summary>
    public string? Reliability { get; } = Computing.Reliability.Of(source);

    public bool HasNoPublisher { get; } = source.IsWhole && source.Lacks("publisher");

    public override string Title => _title ?? Id;

    public override string Body => _publisher ?? Title;

    public override string Publication => $"{Body}, {_date ?? "undated"}";
}
