using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Operations;

/// <summary>Nothing is hard-coded: under other ids and other names the same questions have the same answers.</summary>
public sealed partial class RenamedDatasetTests : IDisposable
{
    // Both keep the order of ids and of names, so that answers differ in nothing else.
    private const string IdMark = "zzq-";
    private const string NameMark = "Zzq ";

    private static readonly string[] _names = ["name", "commonName", "publisher", "title", "assertedByNote", "accordingToNote"];

    private static readonly HashSet<string> _ids = [.. TestApplication.Shared.Release.Nodes.Select(node => node.Id), .. TestApplication.Shared.Release.Edges.Select(edge => edge.Id)];

    private readonly DatasetCopy _copy = DatasetCopy.Of((_, record) => (JsonObject)Renamed(record, null)!);

    public static TheoryData<string> Questions =>
        [.. Directory.GetFiles(Repository.PathOf("tests", "operations", "acceptance"), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Gives_the_same_answer_under_the_new_names(string question)
    {
        var operation = await File.ReadAllTextAsync(Repository.PathOf("tests", "operations", "acceptance", question + ".graphql"), TestContext.Current.CancellationToken);
        var expected = await TestApplication.Shared.ExecuteAsync(operation, cancellationToken: TestContext.Current.CancellationToken);

        var found = await TestApplication.Over(_copy.Folder).ExecuteAsync(Name().Replace(Id().Replace(operation, match => Renamed(match.Value)), match => NameMark + match.Value), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(WithoutHashes(expected), WithoutHashes(found.Replace(IdMark, "", StringComparison.Ordinal).Replace(NameMark, "", StringComparison.Ordinal)));
    }

    public void Dispose() => _copy.Dispose();

    private static JsonNode? Renamed(JsonNode? node, string? field) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(pair => KeyValuePair.Create(pair.Key, Renamed(pair.Value, pair.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Renamed(item, field))]),
        JsonValue value when value.TryGetValue<string>(out var text) => field is not null && _names.Contains(field) ? NameMark + text : Renamed(text),
        _ => node?.DeepClone(),
    };

    private static string Renamed(string text) =>
        _ids.Contains(text) || text.StartsWith("citation:", StringComparison.Ordinal) || text.StartsWith("origin:", StringComparison.Ordinal)
            ? text.Insert(text.IndexOf(':', StringComparison.Ordinal) + 1, IdMark)
            : text;

    // Keys of facts are hashes of ids, so chain ids differ with them; so does the hash of the release.
    private static string WithoutHashes(string answer) => Hash().Replace(answer, "…");

    [GeneratedRegex("chain:[a-z0-9-]+|[0-9a-f]{64}")]
    private static partial Regex Hash();

    // A whole name that is searched for among one type; what is searched for among all may be a part of one.
    [GeneratedRegex("(?<=search\\(text: \")[^\"]+(?=\", types)")]
    private static partial Regex Name();

    [GeneratedRegex("(?<=\")[a-z0-9-]+:[a-z0-9-]+(?=\")")]
    private static partial Regex Id();
}
