using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Query.Response;

/// <summary>An error of one field while the answer was written.</summary>
/// <param name="Path">Response keys and list positions (string and int).</param>
public sealed record FieldError(Diagnostic Diagnostic, IReadOnlyList<object> Path);

/// <summary>A root field that cannot be null has failed before the walk: there is no data, and this says why.</summary>
public sealed class FieldException(string key, IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public IReadOnlyList<FieldError> Errors { get; } = [.. diagnostics.Select(diagnostic => new FieldError(diagnostic, [key]))];
}
