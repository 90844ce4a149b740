using System.Globalization;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class ImoNumberTests
{
    [Fact]
    public void Accepts_six_digits_with_their_check_digit_alone()
    {
        const int seed = 7;
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var digits = random.Next(1_000_000).ToString("000000", CultureInfo.InvariantCulture);

            var valid = Enumerable.Range(0, 10).Where(last => ImoNumber.IsValid($"{digits}{last}"));

            Assert.True(valid.SequenceEqual([ImoNumber.CheckDigit(digits)]), $"seed {seed}, round {i}: {digits}");
        }
    }

    [Fact]
    public void Refuses_one_changed_digit_unless_the_sum_stays_congruent()
    {
        const int seed = 11;
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            var digits = random.Next(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
            var number = $"{digits}{ImoNumber.CheckDigit(digits)}";
            for (var at = 0; at < 7; at++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    var changed = $"{number[..at]}{digit}{number[(at + 1)..]}";
                    var isCongruent = (digit - number[at]) * (at < 6 ? 7 - at : 1) % 10 == 0;

                    Assert.True(ImoNumber.IsValid(changed) == isCongruent, $"seed {seed}, round {i}: {number} became {changed}");
                }
            }
        }
    }

    [Theory]
    [InlineData("9074729", true)]
    [InlineData("9074728", false)]
    [InlineData("907472", false)]
    [InlineData("90747299", false)]
    [InlineData("IMO9074729", false)]
    [InlineData("907472x", false)]
    [InlineData("٩٠٧٤٧٢٩", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Knows_a_number_from_something_else(string? text, bool isValid)
    {
        Assert.Equal(isValid, ImoNumber.IsValid(text));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("12345a")]
    public void Needs_six_digits_to_compute_the_seventh(string digits)
    {
        Assert.Throws<ArgumentException>(() => ImoNumber.CheckDigit(digits));
    }
}
