using FlowGraph.Model.Values;

namespace FlowGraph.Query.Ledgers;

/// <summary>A figure as a multiple of a ceiling.</summary>
internal static class CapComparison
{
    /// <summary>Low over the ceiling and high over the ceiling; null where there is nothing to compare.</summary>
    public static FloatInterval? Of(Quantity? barrels, Quantity? cap)
    {
        if (barrels is null || cap is null || (cap.High ?? cap.Best ?? cap.Low) is not { } greatest || (cap.Low ?? cap.Best ?? cap.High) is not { } least || least <= 0)
            return null;
        var (low, high) = (barrels.Low / greatest, barrels.High / least);
        return new(low, high, $"{Words(low, high)} the cap");
    }

    private static string Words(double? low, double? high) => (low, high) switch
    {
        (var least, null) => $"at least {Times(least ?? 0)}",
        (null or 0, { } most) when most > 0 => $"up to {Times(most)}",
        ({ } least, { } most) when least != most => $"{Number(least)} to {Times(most)}",
        (_, { } exact) => Times(exact),
    };

    private static string Times(double factor) => Number(factor) is var text && text == "1" ? "1 time" : $"{text} times";

    // The ends have all their digits; in words four decimals are enough, unless nothing would be left.
    private static string Number(double factor) => Math.Round(factor, 4) is not 0 and var rounded ? Quantity.Number(rounded) : Quantity.Number(factor);
}
