using System.Text.RegularExpressions;
using FlowGraph.Conversion;
using Xunit;

namespace FlowGraph.Tests.Dataset;

public sealed partial class ConversionTests
{
    [Fact]
    public void Gives_the_committed_files_byte_for_byte()
    {
        var files = DossierConversion.Run(ShippedDataset.Inputs);

        Assert.All(files, file => Assert.Equal(WithoutHash(File.ReadAllText(Path.Combine(ShippedDataset.Directory, file.Key))), WithoutHash(file.Value)));
    }

    [Fact]
    public void Writes_every_file_that_the_manifest_names_but_the_origins()
    {
        var files = DossierConversion.Run(ShippedDataset.Inputs);

        var named = ShippedDataset.Texts(ShippedDataset.Manifest.GetProperty("files"));
        Assert.Equal([.. files.Keys.Append("origins.jsonl").Order(StringComparer.Ordinal)], named.Concat(["dataset.json", "conversion/ledger.jsonl"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Orders_records_by_id_and_ends_lines_with_a_line_feed()
    {
        var files = DossierConversion.Run(ShippedDataset.Inputs).Where(file => file.Key != "dataset.json" && !file.Key.StartsWith("conversion/", StringComparison.Ordinal));

        Assert.All(files, file =>
        {
            var ids = file.Value.Split('\n')[..^1].Select(line => line.Split('"')[3]).ToList();
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            Assert.DoesNotContain('\r', file.Value);
            Assert.EndsWith("}\n", file.Value, StringComparison.Ordinal);
        });
    }

    // The hash is written into the manifest when a release is made.
    private static string WithoutHash(string text) => Hash().Replace(text, "\"sha256\": \"\"");

    [GeneratedRegex("\"sha256\": \"[0-9a-f]*\"")]
    private static partial Regex Hash();
}
