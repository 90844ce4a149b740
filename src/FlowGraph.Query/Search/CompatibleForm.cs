using System.Globalization;
using System.Text;
using FlowGraph.Model.Unicode;

namespace FlowGraph.Query.Search;

/// <summary>Normalization form KD, as code points: ligatures, full-width letters and small digits become ordinary ones, accents stand behind their letters.</summary>
internal static class CompatibleForm
{
    private static readonly Lazy<Dictionary<int, int[]>> _table = new(ReadTable);

    public static void Decompose(string text, List<int> codes)
    {
        codes.Clear();
        if (Ascii.IsValid(text))
        {
            foreach (var letter in text)
                codes.Add(letter);
            return;
        }
        foreach (var code in CanonicalForm.Decompose(text))
        {
            if (_table.Value.TryGetValue(code, out var parts))
                codes.AddRange(parts);
            else
                codes.Add(code);
        }
    }

    private static Dictionary<int, int[]> ReadTable()
    {
        var table = new Dictionary<int, int[]>();
        using var reader = new StreamReader(typeof(CompatibleForm).Assembly.GetManifestResourceStream("compatibility.txt")!); // embedded by this project
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            int[] codes = [.. line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            table.Add(codes[0], codes[1..]);
        }
        return table;
    }
}
