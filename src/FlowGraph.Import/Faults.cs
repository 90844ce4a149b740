using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Import;

/// <summary>Collects every fault of a dataset.</summary>
internal sealed class Faults
{
    // A near name costs an edit distance per candidate; a dataset that is wrong everywhere needs no thousand of them.
    private const int MaxSuggestions = 200;

    private readonly List<Diagnostic> _diagnostics = [];
    private int _suggestions;

    public int Count => _diagnostics.Count;

    public void Add(string code, SourceLocation? location, string message, string? found = null, string? expected = null, string? hint = null) =>
        _diagnostics.Add(new Diagnostic(code, message, location, hint) { Found = found, Expected = expected });

    /// <summary>"Did you mean …?", or null when no candidate is near.</summary>
    public string? Near(string found, IEnumerable<string> candidates) =>
        _suggestions++ < MaxSuggestions && Suggestion.Near(found, candidates) is { } near ? $"Did you mean '{near}'?" : null;

    /// <summary>In the order of the files, then of the lines; within a line as they were found.</summary>
    public ImmutableArray<Diagnostic> InOrderOf(ImmutableArray<string> files) =>
        [.. _diagnostics.OrderBy(fault => fault.Location is { } at ? files.IndexOf(at.File) : -1).ThenBy(fault => fault.Location?.Line ?? 0)];
}
