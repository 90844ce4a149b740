using System.Buffers;

namespace FlowGraph.Model.Values;

/// <summary>The UN code of a place, written without space: a country's two letters, then three letters or digits 2 to 9.</summary>
public static class UnLocode
{
    private static readonly SearchValues<char> _allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789");

    public static bool IsValid(string? text) =>
        text is { Length: 5 }
        && !text.AsSpan(0, 2).ContainsAnyExceptInRange('A', 'Z')
        && !text.AsSpan(2).ContainsAnyExcept(_allowed);
}
