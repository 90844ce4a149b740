using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;

namespace FlowGraph.Server.Commands;

/// <summary>A release on one line, and as JSON.</summary>
internal static class ReleaseWords
{
    private const int ShortHash = 12;

    public static string Name(ReleaseInfo release) => $"{release.Id} {release.Version} ({release.Sha256[..Math.Min(ShortHash, release.Sha256.Length)]})";

    /// <summary>How much there is; edges without an id of their own are parts of records and not counted.</summary>
    public static string Counts(GraphRelease release)
    {
        var citations = release.Nodes.Count(node => node.Type.Name == "Citation");
        return string.Create(CultureInfo.InvariantCulture,
            $"{release.Nodes.Length - citations:N0} nodes, {release.Edges.Count(edge => edge.Id.Length > 0):N0} edges, {citations:N0} citations");
    }

    public static string Of(GraphRelease release) => $"{Name(release.Info)}: {Counts(release)}";

    public static void Write(Utf8JsonWriter json, ReleaseInfo release)
    {
        json.WriteStartObject();
        json.WriteString("id", release.Id);
        json.WriteString("version", release.Version);
        json.WriteString("sha256", release.Sha256);
        json.WriteStartObject("counts");
        foreach (var count in release.Counts)
            json.WriteNumber(count.Type, count.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
