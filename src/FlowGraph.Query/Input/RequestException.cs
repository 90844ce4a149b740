using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Query.Input;

/// <summary>The operation or one of its values is wrong: the request is refused before anything is executed.</summary>
public sealed class RequestException(IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public RequestException(string code, string message, string? hint = null, SourceLocation? location = null)
        : this([new Diagnostic(code, message, location, hint)])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>For LIMIT_* codes: what was found and what is allowed.</summary>
    public (long Found, long Allowed)? Limit { get; init; }
}
