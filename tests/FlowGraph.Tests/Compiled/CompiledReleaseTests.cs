using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FlowGraph.Embedded;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using FlowGraph.Query.Exports;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Oracle;
using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Compiled;

/// <summary>What is compiled to a file is answered from there as from memory, byte for byte.</summary>
public sealed class CompiledReleaseTests
{
    private const int Seed = 20240307;
    private const int Operations = 300;

    private static readonly string _long = string.Concat(Enumerable.Repeat("\ud83d\ude00é\"\\\n", 834));

    private static readonly string[] _dates = ["../2024-10-28", "2024-03-07/..", "2024-03-07/2024-11-05", "2024-03~", "2024", "2024-03-07"];

    private static readonly Quantity[] _figures =
    [
        new(null, null, null, "PERSONS", "UNSTATED", "several dozen", true),
        new(60000, null, null, "PERSONS", "ABOUT", null, false),
        new(null, 5e-324, 1.7976931348623157e308, "PERSONS", "BETWEEN", null, false),
        new(null, 0, null, "PERSONS", "AT_LEAST", null, false),
        new(null, -0.0, null, "PERSONS", "AT_LEAST", null, false),
        new(null, null, 7, "PERSONS", "UP_TO", _long, true),
        new(null, 7, 7, "PERSONS", "EXACT", "", false),
    ];

    [Fact]
    public Task Random_operations_on_the_shipped_release() => CompareAsync(TestApplication.Shared.Release);

    [Fact]
    public Task Random_operations_on_odd_values() => CompareAsync(StressedRelease.Of(TestApplication.Shared.Release, Seed));

    [Fact]
    public async Task Every_record_of_extreme_values()
    {
        var shipped = TestApplication.Shared.Release;
        var release = new GraphRelease
        {
            Model = shipped.Model,
            Info = shipped.Info with { Title = "", Description = _long, Licence = "", Corrections = null, Contact = "\ud83d\ude00", Counts = [], CountingGroups = [], Caveats = [new("", null, "")], ReleasedAt = DateOnly.MaxValue },
            Nodes = [.. shipped.Nodes.Select((node, i) => node with { Values = Extremes(node.Type.Properties, node.Values, i) })],
            Edges = [.. shipped.Edges.Select((edge, i) => edge with { Values = Extremes(edge.Relationship.Edge.Properties, edge.Values, i) })],
        };
        var store = EmbeddedStore.Load(release);

        var compiled = CompiledCopy.Of(store);

        var (expected, found) = (await ExportAsync(store), await ExportAsync(compiled));
        Assert.InRange(expected.Length, 5_000_000, int.MaxValue);
        Assert.True(expected.AsSpan().SequenceEqual(found));
        Assert.Equal(release.Info.Description, compiled.Release.Description);
        Assert.Equal((DateOnly.MaxValue, null), (compiled.Release.ReleasedAt, compiled.Release.Corrections));
    }

    [Fact]
    public async Task Release_without_a_record()
    {
        var shipped = TestApplication.Shared.Release;
        var store = EmbeddedStore.Load(new() { Model = shipped.Model, Info = shipped.Info, Nodes = [], Edges = [] });
        const string query = "{ vessels { totalCount } nodes(ids: [\"port:vostochny-port\"]) { id } release { id sha256 caveats { code count text } } }";

        var compiled = CompiledCopy.Of(store);

        Assert.Equal(await AnswerAsync(store, query), await AnswerAsync(compiled, query));
    }

    [Fact]
    public async Task Same_release_gives_the_same_bytes()
    {
        using var folder = new CompiledFolder();
        CompiledCopy.Write(TestApplication.Shared.Store, folder.File);
        CompiledCopy.Write(EmbeddedStore.Load(TestApplication.Shared.Release), folder.File + "2");
        CompiledCopy.Write(TestApplication.Shared.Compiled, folder.File + "3");

        var first = await File.ReadAllBytesAsync(folder.File, TestContext.Current.CancellationToken);

        Assert.Equal(first, await File.ReadAllBytesAsync(folder.File + "2", TestContext.Current.CancellationToken));
        Assert.Equal(first, await File.ReadAllBytesAsync(folder.File + "3", TestContext.Current.CancellationToken));
    }

    private static async Task CompareAsync(GraphRelease release)
    {
        var store = EmbeddedStore.Load(release);
        var compiled = CompiledCopy.Of(store);
        var operations = new RandomOperations(TestApplication.Shared.Application.Api, release);
        for (var seed = Seed; seed < Seed + Operations; seed++)
        {
            var operation = operations.Next(seed);
            await ProbedCursors.FillAsync(operation, query => AnswerAsync(store, query));

            var expected = await AnswerAsync(store, operation.Text, operation.Variables);
            var found = await AnswerAsync(compiled, operation.Text, operation.Variables);

            Assert.True(expected == found, $"Seed {seed}: {operation.Text}\n{operation.Variables.ToJsonString()}\nexpected {expected}\nfound {found}");
        }
    }

    private static Task<string> AnswerAsync(EmbeddedStore store, string query, JsonObject? variables = null) =>
        TestApplication.Shared.ExecuteAsync(store, query, variables, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<byte[]> ExportAsync(EmbeddedStore store)
    {
        using var packed = new MemoryStream();
        await DatasetExport.WriteAsync(store, DatasetFormat.JsonLines, packed, TestContext.Current.CancellationToken);
        packed.Position = 0;
        using var unpacked = new MemoryStream();
        await using var lines = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        await lines.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        return unpacked.ToArray();
    }

    /// <summary>Every third record has nothing that it may lack, every third has the longest and oddest values.</summary>
    private static ImmutableArray<object?> Extremes(ImmutableArray<PropertyDefinition> properties, ImmutableArray<object?> values, int record) => (record % 3) switch
    {
        0 => [.. values.Select((value, i) => IsFixed(properties[i]) || properties[i].IsRequired ? value : null)],
        1 => [.. values.Select((value, i) => IsFixed(properties[i]) ? value : Extreme(properties[i], value, record / 3))],
        _ => values,
    };

    /// <summary>What other records or indexes rely on.</summary>
    private static bool IsFixed(PropertyDefinition property) => property.IsKey || property.ReferenceTo is not null || property.Name is "id" or "key" or "property";

    private static object? Extreme(PropertyDefinition property, object? value, int turn) => property switch
    {
        { IsList: true, Enum: { } type } => type.Members.Select(member => member.Name).ToImmutableArray(),
        { IsList: true } => ImmutableArray.Create("", _long[..(turn % 100 * 5)], "\ud83d\ude00"),
        { Kind: ValueKind.String } => turn % 20 == 0 ? _long : turn % 2 == 0 ? "" : "\ud83d\ude00\u007f\u2028",
        { Kind: ValueKind.Int } => turn % 2 == 0 ? int.MinValue : int.MaxValue,
        { Kind: ValueKind.Float } => turn % 2 == 0 ? -0.0 : 5e-324,
        { Kind: ValueKind.Date } => turn % 2 == 0 ? DateOnly.MinValue : DateOnly.MaxValue,
        { Kind: ValueKind.FuzzyDate } => FuzzyDate.Parse(_dates[turn % _dates.Length]),
        { Kind: ValueKind.Quantity } => _figures[turn % _figures.Length] with { Unit = property.Units[turn % property.Units.Length] },
        _ => value,
    };
}
