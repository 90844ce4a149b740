using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Records;

namespace FlowGraph.Import;

/// <summary>A release, or every fault that stands in its way.</summary>
/// <param name="Release">Null when there is any fault.</param>
/// <param name="Diagnostics">In the order of the manifest's files and their lines.</param>
public sealed record ImportResult(GraphRelease? Release, ImmutableArray<Diagnostic> Diagnostics);
