namespace FlowGraph.Model.Values;

/// <summary>A ship's IMO number: seven digits of which the last checks the others.</summary>
public static class ImoNumber
{
    public const int Length = 7;

    public static bool IsValid(string? text) =>
        text is { Length: Length } && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && CheckDigit(text.AsSpan(0, 6)) == text[6] - '0';

    /// <summary>The digit that belongs after <paramref name="sixDigits"/>: the last one of their sum weighted 7, 6, 5, 4, 3, 2.</summary>
    public static int CheckDigit(ReadOnlySpan<char> sixDigits)
    {
        if (sixDigits.Length != 6 || sixDigits.ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("Six digits are needed.", nameof(sixDigits));

        var sum = 0;
        for (var i = 0; i < sixDigits.Length; i++)
            sum += (sixDigits[i] - '0') * (7 - i);

        return sum % 10;
    }
}
