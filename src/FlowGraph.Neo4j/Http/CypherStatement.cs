using System.Collections.Immutable;

namespace FlowGraph.Neo4j.Http;

public enum AccessMode
{
    Read,
    Write,
}

/// <summary>A text and its values. The text holds names of the model only; whatever comes from data or clients is a parameter.</summary>
public sealed record CypherStatement(string Text, ImmutableArray<CypherParameter> Parameters)
{
    public CypherStatement(string text)
        : this(text, [])
    {
    }

    /// <summary>Doing it twice does the same: it may be sent again when nobody knows whether it was done.</summary>
    public bool IsRepeatable { get; init; }
}

/// <param name="Value">string, int, long, double, bool, a list of strings, or <see cref="JsonRows"/>.</param>
public sealed record CypherParameter(string Name, object Value);

/// <summary>A JSON array, written already: the rows of a batch.</summary>
public sealed record JsonRows(ReadOnlyMemory<byte> Utf8, int Count);
