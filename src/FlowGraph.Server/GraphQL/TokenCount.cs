namespace FlowGraph.Server.GraphQL;

/// <summary>Counts the tokens of a document without parsing it. What is no GraphQL is counted too; the parser says what is wrong with it.</summary>
internal static class TokenCount
{
    private const string Block = "\"\"\"";

    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            if (!IsBlank(text[0]) && text[0] != '#')
                count++;
            text = text[Length(text)..];
        }
        return count;
    }

    /// <summary>Of the token, comment or blank with which the text begins.</summary>
    public static int Length(ReadOnlySpan<char> text) => text[0] switch
    {
        '#' => Until(text, text.IndexOfAny('\n', '\r')),
        '"' when text.StartsWith(Block) => BlockText(text),
        '"' => Text(text),
        '.' when text.StartsWith("...") => 3,
        var letter when IsOfWord(letter) => Word(text),
        _ => 1,
    };

    private static int BlockText(ReadOnlySpan<char> text)
    {
        var at = Block.Length;
        while (text[at..].IndexOf(Block) is >= 0 and var end)
        {
            at += end + Block.Length;
            if (end == 0 || text[at - Block.Length - 1] != '\\')
                return at;
        }
        return text.Length;
    }

    private static int Text(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '"')
                return at + 1;
            else if (text[at] is '\n' or '\r')
                return at;
        }
        return text.Length;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && IsOfWord(text[length]))
            length++;
        return length;
    }

    private static int Until(ReadOnlySpan<char> text, int end) => end < 0 ? text.Length : end;

    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is ',' or '\ufeff';

    /// <summary>Of a name or a number.</summary>
    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
