using System.Globalization;

namespace FlowGraph.Import;

/// <summary>A number as RFC 8785 wants it, which is ECMAScript's Number::toString: decimal from 1e-6 up to below 1e21, else with an exponent.</summary>
public static class CanonicalNumber
{
    public static string Text(double number)
    {
        if (number == 0)
            return "0";

        // "R" gives the shortest digits that read back as the same number, but has its own idea of when to write an exponent.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var mantissa = shortest.Split('E');
        var point = mantissa[0].IndexOf('.', StringComparison.Ordinal);
        var exponent = (point < 0 ? mantissa[0].Length : point) + (mantissa.Length > 1 ? int.Parse(mantissa[1], CultureInfo.InvariantCulture) : 0);
        var all = mantissa[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        exponent -= all.Length - digits.Length;
        digits = digits.TrimEnd('0');

        var sign = number < 0 ? "-" : "";
        return exponent switch
        {
            > 0 and <= 21 when digits.Length <= exponent => sign + digits.PadRight(exponent, '0'),
            > 0 and <= 21 => $"{sign}{digits[..exponent]}.{digits[exponent..]}",
            > -6 and <= 0 => $"{sign}0.{new string('0', -exponent)}{digits}",
            _ => $"{sign}{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent > 0 ? "+" : "-")}{Math.Abs(exponent - 1).ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
