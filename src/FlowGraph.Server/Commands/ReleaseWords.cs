using System.Globalization;
using System.Text.Json;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;

namespace FlowGraph.Server.Commands;

/// <summary>A release on one line, and as JSON.</summary>
internal static class ReleaseWords
{
    /// <summary>How much there is; edges without an id of their own are parts of records and not counted.</summary>
    public static string Counts(ReleaseInfo release)
    {
        var nodeTypes = ShippedModel.Instance.NodeTypes.Select(type => type.EnumName).ToHashSet(StringComparer.Ordinal);
        var citations = release.Counts.Where(count => count.Type == "CITATION").Sum(count => count.Count);
        var nodes = release.Counts.Where(count => nodeTypes.Contains(count.Type)).Sum(count => count.Count);
        var edges = release.Counts.Where(count => !nodeTypes.Contains(count.Type)).Sum(count => count.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{nodes - citations:N0} nodes, {edges:N0} edges, {citations:N0} citations");
    }

    public static string Of(ReleaseInfo release) => $"{release.Label}: {Counts(release)}";

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
