namespace FlowGraph.Model.Diagnostics;

/// <summary>Every code that a diagnostic or an answer can carry. A code is never reused for something else; docs/errors.md lists them all.</summary>
public static partial class ErrorCodes
{
}
