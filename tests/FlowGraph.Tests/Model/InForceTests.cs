using System.Globalization;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class InForceTests
{
    [Theory]
    [InlineData("2018-03-30", "2018-03-29", Certainty.No)]
    [InlineData("2018-03-30", "2018-03-30", Certainty.Yes)]
    [InlineData("2018-03-30", "2024-10-20", Certainty.Yes)]
    [InlineData("2024-02", "2024-01-31", Certainty.No)]
    [InlineData("2024-02", "2024-02-01", Certainty.Perhaps)]
    [InlineData("2024-02", "2024-02-29", Certainty.Perhaps)]
    [InlineData("2024-02~", "2024-03-01", Certainty.Yes)]
    [InlineData("2022", "2022-12-31", Certainty.Perhaps)]
    [InlineData("2022", "2023-01-01", Certainty.Yes)]
    [InlineData("2018-03-30/2020-05-01", "2020-05-01", Certainty.Yes)]
    [InlineData("2018-03-30/2020-05-01", "2020-05-02", Certainty.No)]
    [InlineData("2018-03-30/2020-05", "2020-05-01", Certainty.Perhaps)]
    [InlineData("2018-03/2020-05-01", "2018-03-31", Certainty.Perhaps)]
    [InlineData("2018-03-30/..", "2030-01-01", Certainty.Yes)]
    [InlineData("../2020-05-01", "2019-01-01", Certainty.Perhaps)]
    [InlineData("../2020-05-01", "2020-05-02", Certainty.No)]
    public void Says_whether_it_holds_on_a_day(string when, string day, Certainty expected) =>
        Assert.Equal(expected, InForce.On(FuzzyDate.Parse(when), DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Perhaps_holds_on_every_day_without_a_date() => Assert.Equal(Certainty.Perhaps, InForce.On(null, new DateOnly(2024, 3, 14)));

    [Theory]
    [InlineData("2018-01-01/..", 2018, true)]
    [InlineData("2018-01-01/..", 2017, false)]
    [InlineData("2018-01-02/..", 2018, false)]
    [InlineData("2018/..", 2018, false)]
    [InlineData("2018/..", 2019, true)]
    [InlineData("2018-01-01/2018-12-31", 2018, true)]
    [InlineData("2018-01-01/2018-12", 2018, false)]
    [InlineData("../2020", 2018, false)]
    [InlineData("2018", 2018, true)]
    [InlineData("2018", 2019, false)]
    [InlineData("2018-01-01", 2018, false)]
    public void Says_whether_it_holds_throughout_a_year(string when, int year, bool expected) => Assert.Equal(expected, InForce.Throughout(FuzzyDate.Parse(when), year));
}
