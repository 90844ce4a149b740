using FlowGraph.Embedded;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Compiled;

/// <summary>A file that is not what was written, or not for this program, is refused with a code, whatever is wrong with it.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int Seed = 7;
    private const int Rounds = 100;
    private const int Header = 88;
    private const int Magic = 8;
    private const int Format = 8;

    private readonly CompiledFolder _folder = new();
    private readonly byte[] _whole;

    public DamagedFileTests()
    {
        CompiledCopy.Write(TestApplication.Shared.Store, _folder.File);
        _whole = File.ReadAllBytes(_folder.File);
    }

    [Fact]
    public void Whole_one_is_taken() => Assert.Equal(TestApplication.Shared.Release.Info.Sha256, TestApplication.Shared.Application.Load(_folder.File, CancellationToken.None).Release.Sha256);

    [Fact]
    public void Flipped_byte_of_the_header_is_found()
    {
        for (var i = 0; i < Header; i++)
        {
            var expected = i switch
            {
                < Magic => ErrorCodes.CompiledFile,
                < Format + sizeof(int) => ErrorCodes.CompiledVersion,
                _ => ErrorCodes.CompiledDamaged,
            };
            Assert.Equal((i, expected), (i, CodeOf(Flipped(i, 1 << (i % 8)))));
        }
    }

    [Fact]
    public void Flipped_bit_of_the_body_is_found()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var place = random.Next(Header, _whole.Length);
            Assert.True(CodeOf(Flipped(place, 1 << random.Next(8))) == ErrorCodes.CompiledDamaged, $"Seed {Seed}, round {round}: byte {place}.");
        }
    }

    [Fact]
    public void Cut_and_longer_ones_are_found()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var length = round < Header + 2 ? round : random.Next(_whole.Length);
            var expected = length < Magic ? ErrorCodes.CompiledFile : ErrorCodes.CompiledDamaged;
            Assert.True(CodeOf(_whole[..length]) == expected, $"Seed {Seed}, round {round}: {length} bytes.");
        }
        Assert.Equal(ErrorCodes.CompiledDamaged, CodeOf([.. _whole, 0]));
    }

    [Fact]
    public void Other_files_are_none()
    {
        Assert.Equal(ErrorCodes.CompiledFile, CodeOf([]));
        Assert.Equal(ErrorCodes.CompiledFile, CodeOf("{\"id\": \"release:x\"}"u8.ToArray()));
        Assert.Equal(ErrorCodes.CompiledFile, Open(_folder.File + ".none", ShippedModel.Instance, []).Code);
    }

    [Fact]
    public void Other_program_and_other_model_are_told_to_compile_it_again()
    {
        CompiledCopy.Write(TestApplication.Shared.Store, _folder.File);
        var other = ModelReader.Read([.. ShippedModel.Documents.Select(document => document with { Text = document.Text.Replace("  country:", "  land:", StringComparison.Ordinal).Replace("SUPERSEDED", "OUTDATED", StringComparison.Ordinal) })]);

        var program = Open(_folder.File, ShippedModel.Instance, [Guid.Empty]);
        var model = Open(_folder.File, other, []);

        Assert.Equal((ErrorCodes.CompiledVersion, ErrorCodes.CompiledVersion), (program.Code, model.Code));
        Assert.Contains("another build", program.Message, StringComparison.Ordinal);
        Assert.Contains("another model", model.Message, StringComparison.Ordinal);
        Assert.All([program, model], fault => Assert.Contains("flowgraph compile", fault.Hint, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static Diagnostic Open(string file, GraphModel model, IEnumerable<Guid> builds) =>
        Assert.Single(Assert.Throws<FlowGraphException>(() => EmbeddedStore.Open(file, model, builds, CancellationToken.None)).Diagnostics);

    private byte[] Flipped(int place, int bits)
    {
        var bytes = _whole.AsSpan().ToArray();
        bytes[place] ^= (byte)bits;
        return bytes;
    }

    private string CodeOf(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File, bytes);
        return Assert.Single(Assert.Throws<FlowGraphException>(() => TestApplication.Shared.Application.Load(_folder.File, CancellationToken.None)).Diagnostics).Code;
    }
}
