using System.Text;

namespace FlowGraph.Tests.Query;

/// <summary>Texts and numbers that are hard on writers and orders.</summary>
internal static class RandomTexts
{
    private static readonly double[] _numbers =
        [0, -0.0, 0.1, -0.1, 1, -1, 1e15, -1e15, 999999999999999, 1e16, 1e21, 1e300, -1e300, 5e-324, double.MaxValue, double.MinValue, double.Epsilon, 1.0 / 3, 123456.789];

    public static string Next(Random random, int most = 12)
    {
        var text = new StringBuilder();
        for (var i = random.Next(most + 1); i > 0; i--)
            text.Append(Rune(random));
        return text.ToString();
    }

    public static double Number(Random random)
    {
        if (random.Next(2) == 0)
            return _numbers[random.Next(_numbers.Length)];
        double number;
        do
            number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        while (!double.IsFinite(number));
        return number;
    }

    private static Rune Rune(Random random) => random.Next(8) switch
    {
        0 => new(random.Next(0, 32)),
        1 => new(random.Next(32, 128)),
        2 => new(random.Next(128, 0x800)),
        3 => new(random.Next(0x800, 0xd800)),
        4 => new(random.Next(0xe000, 0x10000)),
        5 => new(random.Next(0x10000, 0x110000)),
        6 => new(new[] { '"', '\\', '/', '\u007f', '\u2028', '\u2029', '\ufeff', '\uffff', '<', '&', '\'', '\u00ad' }[random.Next(12)]),
        _ => new(random.Next('a', 'd')),
    };
}
