namespace FlowGraph.Model.Values;

/// <summary>ISO 3166-1 codes by their shape: two or three upper-case letters. Which of them are assigned is not checked.</summary>
public static class CountryCodes
{
    public static bool IsValid(string? text) => text is { Length: 2 or 3 } && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z');
}
