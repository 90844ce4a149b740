using System.Globalization;
using FlowGraph.Model.Values;

namespace FlowGraph.TestKit.Synthetic;

/// <summary>Codes of the right shape that nobody real has.</summary>
internal static class CodesOf
{
    /// <summary>AA, QM to QZ, XA to XZ and ZZ are no country's by ISO 3166-1.</summary>
    public const int UserAssigned = 42;

    private const string LocodeCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789";

    public static string State(int index) => index switch
    {
        0 => "AA",
        < 15 => $"Q{(char)('M' + index - 1)}",
        < 41 => $"X{(char)('A' + index - 15)}",
        _ => "ZZ",
    };

    /// <summary>All of X.. is user-assigned among the codes of three letters.</summary>
    public static string State3(int index) => $"X{State(index)}";

    /// <returns>Null when all are given away.</returns>
    public static string? Port(string state, int index)
    {
        var n = LocodeCharacters.Length;
        return index < n * n * n ? $"{state}{LocodeCharacters[index / n / n]}{LocodeCharacters[index / n % n]}{LocodeCharacters[index % n]}" : null;
    }

    /// <summary>Ships' numbers begin with 1 or a greater digit; these begin with 0 as long as they can.</summary>
    /// <returns>Null when all are given away.</returns>
    public static string? Ship(int index)
    {
        if (index >= 999_999)
            return null;
        var digits = (index + 1).ToString("D6", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{ImoNumber.CheckDigit(digits)}");
    }
}
