using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Import;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class ReleaseHashTests
{
    private static readonly string _hash = ReleaseHash.Compute(TestDataset.BaseFolder, CancellationToken.None)!;

    [Fact]
    public void Is_sixty_four_digits_and_the_one_of_the_release()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Matches("^[0-9a-f]{64}$", _hash);
        Assert.Equal(_hash, release.Info.Sha256);
    }

    [Fact]
    public void Is_not_changed_by_line_order_line_ends_key_order_or_spacing()
    {
        using var dataset = TestDataset.Base();
        dataset.Write();
        foreach (var file in Directory.EnumerateFiles(dataset.Folder, "*.jsonl"))
        {
            var lines = File.ReadLines(file).Reverse().Select(line => Turned(JsonNode.Parse(line)!).ToJsonString().Replace(",\"", " ,\t\"", StringComparison.Ordinal));
            File.WriteAllText(file, $"\r\n{string.Join("\r\n\r\n  ", lines)}");
        }

        Assert.Equal(_hash, ReleaseHash.Compute(dataset.Folder, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Is_not_changed_by_null_fields_by_the_way_a_number_is_written_or_by_unicode_form()
    {
        using var dataset = TestDataset.Base();
        dataset.Record("vessel:ship-a")["identityNote"] = "Caf\u00e9 \uac01";
        dataset.Write();
        var before = ReleaseHash.Compute(dataset.Folder, TestContext.Current.CancellationToken);
        var vessels = Path.Combine(dataset.Folder, "vessels.jsonl");
        var text = File.ReadAllText(vessels);
        File.WriteAllText(vessels, text
            .Replace("1990", "19.90e2", StringComparison.Ordinal)
            .Replace("\"category\"", "\"flag\":null,\"category\"", StringComparison.Ordinal)
            .Replace("\\u00E9", "e\u0301", StringComparison.Ordinal)
            .Replace("\\uAC01", "\u1100\u1161\u11a8", StringComparison.Ordinal));

        Assert.NotEqual(text, File.ReadAllText(vessels));
        Assert.Equal(before, ReleaseHash.Compute(dataset.Folder, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Is_changed_by_one_byte_of_content_in_any_file()
    {
        using var dataset = TestDataset.Base();
        foreach (var file in Directory.EnumerateFiles(TestDataset.BaseFolder, "*.json*"))
        {
            dataset.Write();
            var changed = Path.Combine(dataset.Folder, Path.GetFileName(file));
            var bytes = File.ReadAllBytes(changed);
            var letter = Encoding.UTF8.GetString(bytes).IndexOf(file.EndsWith("dataset.json", StringComparison.Ordinal) ? "Small" : "says", StringComparison.Ordinal);
            letter = letter < 0 ? Encoding.UTF8.GetString(bytes).IndexOf("It ", StringComparison.Ordinal) : letter;
            letter = letter < 0 ? Encoding.UTF8.GetString(bytes).IndexOf("Ships", StringComparison.Ordinal) : letter;
            bytes[letter]++;
            File.WriteAllBytes(changed, bytes);

            Assert.NotEqual(_hash, ReleaseHash.Compute(dataset.Folder, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Of_the_manifest_does_not_count_itself()
    {
        using var dataset = TestDataset.Base();
        dataset.Manifest["sha256"] = _hash;

        var release = dataset.Release();

        Assert.Equal(_hash, release.Info.Sha256);
    }

    [Fact]
    public void Is_filled_into_a_manifest_that_keeps_everything_else()
    {
        var manifest = File.ReadAllText(Path.Combine(TestDataset.BaseFolder, "dataset.json"));

        var filled = ReleaseHash.ManifestWithHash(manifest, _hash);

        Assert.Equal(manifest.Replace("\"sha256\": \"\"", $"\"sha256\": \"{_hash}\"", StringComparison.Ordinal), filled);
        Assert.Throws<FormatException>(() => ReleaseHash.ManifestWithHash("{}", _hash));
    }

    [Fact]
    public void Of_a_folder_that_cannot_be_read_is_null()
    {
        using var dataset = TestDataset.Base();

        Assert.Null(ReleaseHash.Compute(dataset.Folder, TestContext.Current.CancellationToken));
        Assert.Null(DatasetImport.Read(Path.Combine(dataset.Folder, "none"), ShippedModel.Instance, TestContext.Current.CancellationToken).Release);
    }

    // The samples of RFC 8785, appendix B, by the bits of the number.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Writes_numbers_as_ecmascript_does(string bits, string text)
    {
        var number = BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        Assert.Equal(text, CanonicalNumber.Text(number));
    }

    private static JsonNode Turned(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value is null ? null : (JsonNode?)Turned(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Turned(item))]),
        _ => node.DeepClone(),
    };
}
