using System.Globalization;

namespace FlowGraph.Benchmarks;

/// <summary>Several measurements of one thing.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => _sorted.Length % 2 == 1 ? _sorted[_sorted.Length / 2] : (_sorted[_sorted.Length / 2 - 1] + _sorted[_sorted.Length / 2]) / 2;

    /// <param name="share">0.99: all but a hundredth are less.</param>
    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];

    /// <summary><c>median (least–most)</c></summary>
    public string Print(string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(Median, format)} ({Number(_sorted[0], format)}–{Number(_sorted[^1], format)})");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
