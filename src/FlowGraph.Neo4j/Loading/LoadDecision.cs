using System.Globalization;
using FlowGraph.Model.Records;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Loading;

/// <summary>Whether to load, by what is there.</summary>
internal static class LoadDecision
{
    /// <returns>Null: load.</returns>
    public static LoadOutcome? Of(DatabaseState found, ReleaseInfo release, bool replace, Neo4jAddress address)
    {
        if (Foreign(found, address) is { } foreign)
            return new(LoadResult.Refused, foreign, found.Release, LoadCounts.None);
        if (found.Release is not { } before || replace)
            return null;
        var isSame = before.Info.Sha256 == release.Sha256;
        return (before.State, isSame) switch
        {
            (ReleaseState.Ready, true) => new(LoadResult.Unchanged, $"The {address} already holds {release.Label}; nothing was changed.", before, LoadCounts.None),
            // The same release goes on where it stopped: every statement finds what is there.
            (ReleaseState.Loading, true) => null,
            (ReleaseState.Loading, false) => new(
                LoadResult.Refused, $"A load of {before.Info.Label} into the {address} was broken off; load that release again, or this one with --replace.", before, LoadCounts.None),
            _ => new(LoadResult.Refused, $"The {address} holds {before.Info.Label}; --replace puts {release.Label} in its place.", before, LoadCounts.None),
        };
    }

    private static string? Foreign(DatabaseState found, Neo4jAddress address)
    {
        if (found is { Release: null, IsEmpty: false })
            return Sentence(found.Nodes + found.ForeignNodes, found.Edges + found.ForeignEdges);
        return found is { ForeignNodes: 0, ForeignEdges: 0 } ? null : Sentence(found.ForeignNodes, found.ForeignEdges);

        string Sentence(int nodes, int edges) => string.Create(CultureInfo.InvariantCulture,
            $"The {address} holds something else ({nodes:N0} nodes and {edges:N0} relationships that no import wrote); import into an empty database, or take that out first.");
    }
}
