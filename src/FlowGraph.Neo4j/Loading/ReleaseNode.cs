using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Loading;

public enum ReleaseState
{
    /// <summary>A load is under way, or was broken off.</summary>
    Loading,

    Ready,
}

/// <summary>What the database's one <c>_Release</c> node says.</summary>
public sealed record StoredRelease(ReleaseInfo Info, ReleaseState State);

/// <summary>A release's own node: lists of lines where Neo4j has no maps, readable in Browser and read back exactly.</summary>
public static partial class ReleaseNode
{
    internal const string Ready = "READY";
    private const string Loading = "LOADING";

    /// <summary>A row for each release's node, with one null where none is, and the counts of all nodes and all relationships.</summary>
    public static readonly CypherStatement Read = new("OPTIONAL MATCH (r:_Release) RETURN properties(r), COUNT { () }, COUNT { ()-->() } ORDER BY r.id");

    /// <summary>Others who load wait here; what they read before may be old, what is read after this is not.</summary>
    public static CypherStatement Lock(ReleaseInfo release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new(
            $"OPTIONAL MATCH (other:_Release) SET other.state = other.state WITH count(other) AS others MERGE (r:_Release {{id: $id}}) ON CREATE SET r.state = '{Loading}'",
            [new("id", release.Id)]);
    }

    /// <summary>The node as it is to be, and no other.</summary>
    public static CypherStatement Write(ReleaseInfo release, GraphModel model, ReleaseState state)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(model);
        var values = Values(release, model, state);
        var map = string.Join(", ", values.Select(value => $"{value.Name}: {(value.Value is DateOnly ? $"date(${value.Name})" : $"${value.Name}")}"));
        return new(
            $"MERGE (r:_Release {{id: $id}}) SET r = {{{map}}} WITH r MATCH (other:_Release) WHERE other <> r DETACH DELETE other",
            [.. values.Select(value => new CypherParameter(value.Name, value.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.Value))])
        { IsRepeatable = true };
    }

    /// <summary>As of every record: what has no value is left out, an empty list too.</summary>
    internal static ImmutableArray<StoredValue> Values(ReleaseInfo release, GraphModel model, ReleaseState state)
    {
        List<StoredValue> values =
        [
            new("id", release.Id),
            new("version", release.Version),
            new("sha256", release.Sha256),
            new("state", state == ReleaseState.Ready ? Ready : Loading),
            new("name", release.Title),
            new("caption", release.Title),
            new("title", release.Title),
            new("description", release.Description),
            new("licence", release.Licence),
            new("contact", release.Contact),
            new("releasedAt", release.ReleasedAt),
            new("counts", release.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{Spelling(count.Type, model)} {count.Count}"))),
            new("countingGroups", release.CountingGroups.Select(group => $"{group.Id}: {group.Note}")),
            new("caveats", release.Caveats.Select(caveat => string.Create(CultureInfo.InvariantCulture, $"{caveat.Code}{(caveat.Count is { } n ? $" {n}" : "")}: {caveat.Text}"))),
        ];
        if (release.Corrections is { } corrections)
            values.Add(new("corrections", corrections));
        return [.. values.Where(value => value.Value is not IEnumerable<string> texts || texts.Any())];
    }

    /// <returns>Null where no release is. A node without a hash is one that <see cref="Lock"/> made a moment ago.</returns>
    public static StoredRelease? Parse(CypherAnswer answer, GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(model);
        var nodes = Enumerable.Range(0, answer.Count).Select(row => answer[row, 0])
            .Where(properties => properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("sha256", out _)).ToList();
        if (nodes.Count == 0)
            return null;
        var node = nodes[^1];
        var types = model.NodeTypes.ToDictionary(type => type.Name, type => type.EnumName);
        return new(
            new ReleaseInfo
            {
                Id = Text("id"),
                Version = Text("version"),
                Title = Text("title"),
                Description = Text("description"),
                Licence = Text("licence"),
                ReleasedAt = DateOnly.TryParseExact(Text("releasedAt"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default,
                Sha256 = Text("sha256"),
                Contact = Text("contact"),
                Corrections = node.TryGetProperty("corrections", out _) ? Text("corrections") : null,
                Counts = [.. Lines("counts").Select(line => line.Split(' ')).Where(parts => parts.Length == 2)
                    .Select(parts => new TypeCount(types.GetValueOrDefault(parts[0], parts[0]), Number(parts[1]) ?? 0))],
                CountingGroups = [.. Lines("countingGroups").Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => new CountingGroup(parts[0], parts[1]))],
                Caveats = [.. Lines("caveats").Select(line => CaveatLine().Match(line)).Where(match => match.Success)
                    .Select(match => new Caveat(match.Groups[1].Value, Number(match.Groups[2].Value), match.Groups[3].Value))],
            },
            Text("state") == Ready ? ReleaseState.Ready : ReleaseState.Loading);

        string Text(string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : ""; // not null by its kind
        ImmutableArray<string> Lines(string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(line => line.ToString())]
            : [];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Node types by their label, so that the node reads like the graph around it.
    private static string Spelling(string type, GraphModel model) => model.NodeTypes.FirstOrDefault(known => known.EnumName == type)?.Name ?? type;

    [GeneratedRegex(@"^(\S+?)(?: (\d+))?: (.*)$", RegexOptions.Singleline)]
    private static partial Regex CaveatLine();
}
