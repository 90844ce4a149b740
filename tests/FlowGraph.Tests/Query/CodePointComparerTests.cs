using System.Text;
using FlowGraph.Query.Paging;
using Xunit;

namespace FlowGraph.Tests.Query;

public sealed class CodePointComparerTests
{
    private const int Seed = 7;

    [Fact]
    public void Orders_as_the_bytes_of_utf_8_do()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var (x, y) = (RandomTexts.Next(random, 5), RandomTexts.Next(random, 5));
            // Half of the pairs begin alike, so that the difference lies somewhere inside.
            var prefix = random.Next(2) == 0 ? "" : RandomTexts.Next(random, 3);
            (x, y) = (prefix + x, prefix + y);

            var order = CodePointComparer.Instance.Compare(x, y);

            var bytes = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
            Assert.True(Math.Sign(order) == Math.Sign(bytes), $"Seed {Seed}, pair {i}: {string.Join(' ', x.EnumerateRunes())} and {string.Join(' ', y.EnumerateRunes())}.");
        }
    }

    [Theory]
    [InlineData("\uffff", "\ud83d\ude00")]
    [InlineData("\ue000", "\ud800\udc00")]
    [InlineData("\ud7ff", "\ue000")]
    [InlineData("", "\0")]
    [InlineData("a", "aa")]
    [InlineData(null, "")]
    public void Knows_what_utf_16_has_in_another_order(string? less, string more)
    {
        Assert.True(CodePointComparer.Instance.Compare(less, more) < 0);
        Assert.True(CodePointComparer.Instance.Compare(more, less) > 0);
        Assert.Equal(0, CodePointComparer.Instance.Compare(more, more));
    }
}
