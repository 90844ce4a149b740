using Quickenshtein;

namespace FlowGraph.Model.Diagnostics;

/// <summary>What somebody may have meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// The nearest of <paramref name="candidates"/> within one edit for every three characters begun with two, letter case aside;
    /// null when none is that near.
    /// </summary>
    public static string? Near(string found, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(candidates);
        var wanted = found.ToUpperInvariant();
        var limit = Math.Max(1, (found.Length + 1) / 3);
        string? nearest = null;
        var least = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - found.Length) > limit)
                continue;

            var distance = Levenshtein.GetDistance(wanted, candidate.ToUpperInvariant());
            if (distance < least || distance == least && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>A hint that names the nearest candidate, or null.</summary>
    public static string? Hint(string found, IEnumerable<string> candidates) =>
        Near(found, candidates) is { } near ? $"Did you mean '{near}'?" : null;
}
