namespace FlowGraph.Server.GraphQL;

/// <summary>Counts the tokens of a document without parsing it. What is no GraphQL is counted too; the parser says what is wrong with it.</summary>
internal static class TokenCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter) || letter is ',' or '\ufeff')
            {
                at++;
                continue;
            }
            if (letter == '#')
            {
                at += Until(text[at..], '\n', '\r');
                continue;
            }
            count++;
            at += letter switch
            {
                '"' => Text(text[at..]),
                '.' when text[at..].StartsWith("...") => 3,
                _ when IsOfWord(letter) => Word(text[at..]),
                _ => 1,
            };
        }
        return count;
    }

    private static int Text(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("\"\"\""))
        {
            for (var at = 3; at < text.Length; at++)
            {
                if (text[at..].StartsWith("\\\"\"\""))
                    at += 3;
                else if (text[at..].StartsWith("\"\"\""))
                    return at + 3;
            }
            return text.Length;
        }
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] is '"' or '\n')
                return at + 1;
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

    private static int Until(ReadOnlySpan<char> text, char one, char other)
    {
        var end = text.IndexOfAny(one, other);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Of a name or a number.</summary>
    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
