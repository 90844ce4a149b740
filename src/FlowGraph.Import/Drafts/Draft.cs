using System.Collections.Immutable;
using FlowGraph.Import.Reading;
using FlowGraph.Model.Structure;

namespace FlowGraph.Import.Drafts;

/// <summary>A record whose fields were read, on its way to be checked and computed. A value that could not be read is null.</summary>
internal abstract class Draft(RecordShape shape, LinePlace line, string id, object?[] values)
{
    public LinePlace Line { get; } = line;

    /// <summary>Empty when it could not be read.</summary>
    public string Id { get; } = id;

    public object?[] Values { get; } = values;

    /// <summary>False when the record's fields were not understood: nothing more can be said of it than that its id is taken.</summary>
    public bool IsWhole { get; init; } = true;

    public ImmutableArray<CitationDraft> Citations { get; init; } = [];

    /// <summary>Keys whose values were refused: a rule that misses them would tell one fault twice.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>The type as people write it in the model: <c>Vessel</c>, <c>CARRIED_BY</c>.</summary>
    public abstract string TypeName { get; }

    public object? this[string property] => Property(property) is { } own ? Values[own.Index] : null;

    public PropertyDefinition? Property(string name) => shape.Property(name);

    public string? Text(string property) => this[property] as string;

    public bool Is(string property) => this[property] is true;

    /// <summary>Nothing was written there; what was refused was written.</summary>
    public bool Lacks(string property) => this[property] is null && !Refused.Contains(property);

    /// <summary>Fills a computed property; a model that does not store it has no place for it.</summary>
    public void Set(string property, object? value)
    {
        if (Property(property) is { } own)
            Values[own.Index] = value;
    }
}

internal sealed class NodeDraft(NodeType type, RecordShape shape, LinePlace line, string id, object?[] values) : Draft(shape, line, id, values)
{
    public NodeType Type { get; } = type;

    public ImmutableArray<LinkDraft> Links { get; init; } = [];

    public override string TypeName => Type.Name;
}

internal sealed class EdgeDraft(EdgeType type, RecordShape shape, LinePlace line, string id, string from, string to, object?[] values) : Draft(shape, line, id, values)
{
    public EdgeType Type { get; } = type;

    public string From { get; } = from;

    public string To { get; } = to;

    public override string TypeName => Type.Name;
}

/// <summary>A passage, read inside the record it speaks of. Words of the model are null where they could not be read.</summary>
internal sealed class CitationDraft(NodeType type, RecordShape shape, LinePlace line, string id, object?[] values, string path, LinkDraft? source)
    : Draft(shape, line, id, values)
{
    /// <summary><c>citations[2].</c></summary>
    public string Path { get; } = path;

    public NodeType Type { get; } = type;

    public LinkDraft? Source { get; } = source;

    public string? CitedProperty => Text("property");

    public string? Stance => Text("stance");

    public string? Grade => Text("grade");

    public string? Scope => Text("scope");

    public string? EvidenceType => Text("evidenceType");

    public override string TypeName => Type.Name;

    public FieldPlace At(string field) => new(Line, Path, field);
}

/// <summary>A STRUCTURAL relationship: an id written inside a record.</summary>
internal sealed record LinkDraft(Relationship Relationship, string Target, FieldPlace Place);

/// <summary>An entry of <c>origins.jsonl</c>: whose word a source relays, for all facts or for those in <paramref name="Facts"/>.</summary>
internal sealed record OriginDraft(LinePlace Line, string Id, string Source, string Origin, string Basis, ImmutableArray<string> Facts)
{
    public FieldPlace At(string field) => new(Line, "", field);
}
