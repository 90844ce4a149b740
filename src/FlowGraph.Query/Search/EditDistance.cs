namespace FlowGraph.Query.Search;

/// <summary>Letters to insert, leave out or replace.</summary>
internal static class EditDistance
{
    private const int Stacked = 256;

    /// <returns>The distance, or more than <paramref name="most"/> where it is greater than that.</returns>
    public static int Within(ReadOnlySpan<int> x, ReadOnlySpan<int> y, int most)
    {
        if (Math.Abs(x.Length - y.Length) > most)
            return most + 1;
        var row = y.Length < Stacked ? stackalloc int[y.Length + 1] : new int[y.Length + 1];
        for (var j = 0; j <= y.Length; j++)
            row[j] = Math.Min(j, most + 1);
        for (var i = 1; i <= x.Length; i++)
        {
            // Beyond this band every way costs more than is allowed.
            var (from, to) = (Math.Max(1, i - most), Math.Min(y.Length, i + most));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? Math.Min(i, most + 1) : most + 1;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var above = j == i + most ? most + 1 : row[j];
                var cost = Math.Min(Math.Min(above, row[j - 1]) + 1, x[i - 1] == y[j - 1] ? diagonal : diagonal + 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, most + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return most + 1;
        }
        return row[y.Length];
    }
}
