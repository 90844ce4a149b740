using FlowGraph.Model.Structure;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(null, 1_000_000d, null, "BARRELS", "AT_LEAST", null, "at least 1,000,000 barrels")]
    [InlineData(null, null, 125_000d, "BARRELS", "UP_TO", null, "up to 125,000 barrels")]
    [InlineData(null, 4_000_000d, 6_000_000d, "SHELLS", "BETWEEN", null, "4,000,000 to 6,000,000 shells")]
    [InlineData(null, 15_279d, 15_279d, "BARRELS", "EXACT", null, "15,279 barrels")]
    [InlineData(60_000d, null, null, "BARRELS", "ABOUT", null, "about 60,000 barrels")]
    [InlineData(null, 60_000d, 60_000d, "BARRELS", "ABOUT", null, "about 60,000 barrels")]
    [InlineData(null, 7_000d, 8_000d, "TONNES", "ABOUT", null, "about 7,000 to 8,000 tonnes")]
    [InlineData(11_000d, 10_000d, 12_000d, "PERSONS", "BETWEEN", null, "10,000 to 12,000 persons")]
    [InlineData(3_000d, 3_000d, null, "PERSONS", "AT_LEAST", null, "at least 3,000 persons")]
    [InlineData(null, 0d, 125_000d, "BARRELS", "UP_TO", null, "up to 125,000 barrels")]
    [InlineData(null, null, null, "MISSILES", "UNSTATED", "several dozen", "several dozen")]
    [InlineData(null, null, null, "MISSILES", "UNSTATED", null, "not stated")]
    [InlineData(null, 1d, 1d, "AIRCRAFT", "EXACT", null, "1 aircraft")]
    [InlineData(null, 1d, 1d, "SHELLS_PER_YEAR", "EXACT", null, "1 shell a year")]
    [InlineData(null, 500_000d, 500_000d, "BARRELS_PER_YEAR", "EXACT", null, "500,000 barrels a year")]
    [InlineData(null, 0.5d, null, "SHARE", "AT_LEAST", null, "at least 0.5 of the whole")]
    [InlineData(null, 102.25d, 102.25d, "METRES", "EXACT", null, "102.25 metres")]
    [InlineData(null, 3_035d, 3_035d, "TONNES_UNSPECIFIED", "EXACT", null, "3,035 tonnes of an unnamed measure")]
    public void Displays_a_figure_as_its_source_gives_it(
        double? best, double? low, double? high, string unit, string bound, string? text, string display)
    {
        var quantity = new Quantity(best, low, high, unit, bound, text, false);

        Assert.Equal(display, quantity.Display);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1,000")]
    [InlineData(-999, "-999")]
    [InlineData(-1_000, "-1,000")]
    [InlineData(-1_234_567.125, "-1,234,567.125")]
    [InlineData(168_679.000_000_1, "168,679.0000001")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void Sets_thousands_apart_and_rounds_nothing(double number, string text)
    {
        Assert.Equal(text, Quantity.Number(number));
    }

    [Fact]
    public void Has_words_for_every_unit_of_the_model()
    {
        foreach (var unit in ShippedModel.Instance.EnumsByName["Unit"].Members)
        {
            var many = UnitWords.Of(unit.Name, 2);

            Assert.Matches("^[a-z][a-z ]*$", many);
            Assert.Equal(many, UnitWords.Of(unit.Name, null));
            Assert.Equal(unit.Name is "AIRCRAFT" or "SHARE", many == UnitWords.Of(unit.Name, 1));
        }
    }
}
