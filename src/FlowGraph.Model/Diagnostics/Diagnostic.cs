namespace FlowGraph.Model.Diagnostics;

/// <summary>One fault of an input (model text, dataset, operation): data, collected and raised together.</summary>
/// <param name="Code">A constant of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What was found, where, and what was expected, in one or two sentences.</param>
/// <param name="Location">Where it stands; null when it is about the input as a whole.</param>
/// <param name="Hint">What to do, for example a near name ("Did you mean 'Person'?"); null when nothing is near.</param>
public sealed record Diagnostic(string Code, string Message, SourceLocation? Location = null, string? Hint = null)
{
    /// <summary>The value that was found, as text; null where nothing was found.</summary>
    public string? Found { get; init; }

    /// <summary>What would have been right, in words.</summary>
    public string? Expected { get; init; }

    public override string ToString() =>
        $"{(Location is { } at ? $"{at}: " : "")}{Code}: {Message}{(Hint is null ? "" : $" {Hint}")}";
}

/// <summary>A place in a file. Lines and columns count from 1; 0 = unknown.</summary>
public sealed record SourceLocation(string File, int Line, int Column = 0, string? Field = null)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}{(Column > 0 ? $":{Column}" : "")}{(Field is null ? "" : $" ({Field})")}";
}

/// <summary>The input has faults; all of them are in <see cref="Diagnostics"/>.</summary>
public sealed class FlowGraphException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics.Take(20)))
{
    public FlowGraphException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
