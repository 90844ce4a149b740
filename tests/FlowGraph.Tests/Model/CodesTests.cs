using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class CodesTests
{
    [Theory]
    [InlineData("RUVYP", true)]
    [InlineData("KPCHO", true)]
    [InlineData("US2AB", true)]
    [InlineData("RU VYP", false)]
    [InlineData("ruvyp", false)]
    [InlineData("RUVY", false)]
    [InlineData("1UVYP", false)]
    [InlineData("RUVY0", false)]
    [InlineData(null, false)]
    public void Place_codes_are_a_country_and_three_characters(string? text, bool isValid)
    {
        Assert.Equal(isValid, UnLocode.IsValid(text));
    }

    [Theory]
    [InlineData("RU", true)]
    [InlineData("PRK", true)]
    [InlineData("R", false)]
    [InlineData("RUSS", false)]
    [InlineData("ru", false)]
    [InlineData("R1", false)]
    [InlineData(null, false)]
    public void Country_codes_are_two_or_three_letters(string? text, bool isValid)
    {
        Assert.Equal(isValid, CountryCodes.IsValid(text));
    }

    [Theory]
    [InlineData("vessel:chon-ma-san", true)]
    [InlineData("carried-by:osc-43-trips-2024--chon-ma-san", true)]
    [InlineData("a:1", true)]
    [InlineData("vessel", false)]
    [InlineData("vessel:", false)]
    [InlineData(":chon-ma-san", false)]
    [InlineData("vessel:chon:ma", false)]
    [InlineData("Vessel:chon-ma-san", false)]
    [InlineData("vessel:chŏn", false)]
    [InlineData("vessel:chon ma", false)]
    [InlineData("vessel:chon-ma-san\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Record_ids_are_a_prefix_and_a_name(string? text, bool isValid)
    {
        Assert.Equal(isValid, RecordId.IsValid(text));
    }
}
