using System.Buffers;

namespace FlowGraph.Model.Values;

/// <summary>The id of a record: <c>prefix:name</c>, both of lower-case letters, digits and hyphens.</summary>
public static class RecordId
{
    private static readonly SearchValues<char> _allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static bool IsValid(string? text) =>
        text is not null && text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && IsPart(text.AsSpan(0, colon)) && IsPart(text.AsSpan(colon + 1));

    /// <summary>What may stand on one side of the colon.</summary>
    public static bool IsPart(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(_allowed);
}
