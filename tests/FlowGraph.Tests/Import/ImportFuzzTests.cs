using FlowGraph.Import;
using FlowGraph.Model.Structure;
using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class ImportFuzzTests
{
    [Theory]
    [InlineData(20241122)]
    [InlineData(1718)]
    [InlineData(2397)]
    public void Any_bytes_give_a_release_or_diagnostics(int seed)
    {
        var random = new Random(seed);
        using var dataset = TestDataset.Base();
        var files = Directory.EnumerateFiles(TestDataset.BaseFolder, "*.json*").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file))).ToList();
        for (var round = 0; round < 100; round++)
        {
            foreach (var (name, bytes) in files)
                File.WriteAllBytes(Path.Combine(dataset.Folder, name), bytes);
            var victim = files[random.Next(files.Count)];
            File.WriteAllBytes(Path.Combine(dataset.Folder, victim.Name), Mutated(victim.Bytes, random));

            var exception = Record.Exception(() =>
            {
                var result = DatasetImport.Read(dataset.Folder, ShippedModel.Instance, TestContext.Current.CancellationToken);
                Assert.Equal(result.Release is null, result.Diagnostics.Length > 0);
                Assert.All(result.Diagnostics, diagnostic => Assert.NotEmpty(diagnostic.Message));
            });

            Assert.True(exception is null, $"seed {seed}, round {round}, {victim.Name}: {exception}");
        }
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        List<byte> mutated = [.. bytes];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(6))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                case 2:
                    mutated.Insert(at, "\"{}[],:\\n01-"u8[random.Next(12)]);
                    break;
                case 3:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 4:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(40), mutated.Count - at)));
                    break;
                default:
                    mutated.RemoveRange(at, Math.Min(random.Next(200), mutated.Count - at));
                    break;
            }
        }

        return [.. mutated];
    }
}
