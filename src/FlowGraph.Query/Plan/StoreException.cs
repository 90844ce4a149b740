namespace FlowGraph.Query.Plan;

/// <summary>The store does not answer now; the same request may be answered later.</summary>
/// <param name="code">STORE_UNAVAILABLE, STORE_LOADING or STORE_TIMEOUT.</param>
/// <param name="message">For the client: nothing of addresses, and nothing of the store's own words.</param>
public sealed class StoreException(string code, string message, string? hint = null, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    public string? Hint { get; } = hint;
}
