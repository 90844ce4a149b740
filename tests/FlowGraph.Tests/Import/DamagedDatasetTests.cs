using FlowGraph.Import;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Import;

/// <summary>Every rule of the import has a dataset in <c>tests/damaged</c> that breaks it: the files that differ from <c>base</c>, and what is said of them.</summary>
public sealed class DamagedDatasetTests
{
    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(TestDataset.DamagedFolder).Select(folder => Path.GetFileName(folder)).Where(name => name != "base").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_loads_nothing(string name)
    {
        using var dataset = TestDataset.Damaged(name);

        var result = DatasetImport.Read(dataset.Folder, ShippedModel.Instance, TestContext.Current.CancellationToken);

        Assert.Null(result.Release);
        var found = string.Concat(result.Diagnostics.Select(diagnostic => $"{diagnostic}\n"))
            .Replace(Path.GetFileName(dataset.Folder), "dataset", StringComparison.Ordinal);
        Golden.Match(Path.Combine(TestDataset.DamagedFolder, name, "expected.txt"), found);
    }

    [Fact]
    public void Base_is_a_release_without_a_fault()
    {
        var result = DatasetImport.Read(TestDataset.BaseFolder, ShippedModel.Instance, TestContext.Current.CancellationToken);

        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Release);
    }

    [Fact]
    public void Every_code_has_a_damaged_dataset()
    {
        var told = string.Concat(Cases.Select(name => File.ReadAllText(Path.Combine(TestDataset.DamagedFolder, name, "expected.txt"))));

        // Two ids with one key of fifty bits cannot be written down, nor can a file that changes.
        var codes = typeof(FlowGraph.Model.Diagnostics.ErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.StartsWith("IMPORT_", StringComparison.Ordinal) && code is not ("IMPORT_KEY_COLLISION" or "IMPORT_FILE_CHANGED"));
        Assert.All(codes, code => Assert.Contains($"{code}:", told, StringComparison.Ordinal));
    }
}
