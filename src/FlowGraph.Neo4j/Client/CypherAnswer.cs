using System.Text.Json;

namespace FlowGraph.Neo4j.Client;

/// <summary>The whole answer to one statement: rows of positional values.</summary>
public sealed class CypherAnswer : IDisposable
{
    private readonly JsonDocument _document;

    private readonly IDisposable? _memory;

    /// <param name="memory">What the document was read from, where it does not own it.</param>
    internal CypherAnswer(JsonDocument document, IDisposable? memory = null)
    {
        (_document, _memory) = (document, memory);
        Rows = document.RootElement.TryGetProperty("data", out var data) && data.TryGetProperty("values", out var values) ? values : default;
    }

    /// <summary>An array of rows; undefined where the statement returns nothing.</summary>
    public JsonElement Rows { get; }

    public int Count => Rows.ValueKind == JsonValueKind.Array ? Rows.GetArrayLength() : 0;

    public JsonElement this[int row, int column] => Rows[row][column];

    /// <summary>Of a statement that begins with PROFILE, over HTTP: the operators that ran; undefined for any other.</summary>
    public JsonElement Profile => _document.RootElement.TryGetProperty("profiledQueryPlan", out var plan) ? plan : default;

    /// <summary>Only a begun transaction has one.</summary>
    internal string? TransactionId =>
        _document.RootElement.TryGetProperty("transaction", out var transaction) && transaction.TryGetProperty("id", out var id) ? id.GetString() : null;

    public void Dispose()
    {
        _document.Dispose();
        _memory?.Dispose();
    }
}
