using System.Text.RegularExpressions;
using FlowGraph.Import;
using FlowGraph.Model.Records;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Import;

/// <summary>Nothing of the content is known to the program: with other ids the same is computed.</summary>
public sealed partial class RenamingTests
{
    private static readonly string[] _computed = ["kind", "status", "confidence", "confidenceBasis", "independentSources", "caption"];

    [Fact]
    public void Other_ids_give_the_same_values()
    {
        using var dataset = TestDataset.Base();
        dataset.Write();
        foreach (var file in Directory.EnumerateFiles(dataset.Folder, "*.jsonl"))
            File.WriteAllText(file, Id().Replace(File.ReadAllText(file), match => $"\"{match.Groups[1].Value}:x-{match.Groups[2].Value}\""));

        var renamed = DatasetImport.Read(dataset.Folder, ShippedModel.Instance, TestContext.Current.CancellationToken).Release;
        var original = dataset.Release();

        Assert.NotNull(renamed);
        Assert.Equal(Values(original, id => id), Values(renamed, id => id.Replace(":x-", ":", StringComparison.Ordinal)));
    }

    private static SortedDictionary<string, string> Values(GraphRelease release, Func<string, string> original)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in release.Nodes.Where(node => node.Type.IsFact))
            values.Add(original(fact.Id), string.Join(" | ", _computed.Select(name => fact[name])));
        foreach (var fact in release.Edges.Where(edge => edge.Id.Length > 0))
            values.Add(original(fact.Id), string.Join(" | ", _computed.Select(name => fact[name])));
        return values;
    }

    [GeneratedRegex("\"([a-z0-9-]+):([a-z0-9-]+)\"")]
    private static partial Regex Id();
}
