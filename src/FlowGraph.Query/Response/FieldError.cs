using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Query.Response;

/// <summary>An error of one field while the answer was written.</summary>
/// <param name="Path">Response keys and list positions (string and int).</param>
public sealed record FieldError(Diagnostic Diagnostic, IReadOnlyList<object> Path);
