using FlowGraph.Model.Diagnostics;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class SuggestionTests
{
    private static readonly string[] _types = ["Person", "Port", "Vessel", "Organization"];

    [Theory]
    [InlineData("Persn", "Person")]
    [InlineData("person", "Person")]
    [InlineData("Prt", "Port")]
    [InlineData("Organisation", "Organization")]
    [InlineData("Ship", null)]
    [InlineData("", null)]
    [InlineData("Company", null)]
    public void Names_the_nearest_or_nothing(string found, string? near)
    {
        Assert.Equal(near, Suggestion.Near(found, _types));
        Assert.Equal(near is null ? null : $"Did you mean '{near}'?", Suggestion.Hint(found, _types));
    }

    [Fact]
    public void Takes_the_first_by_code_point_of_two_equally_near()
    {
        Assert.Equal("barb", Suggestion.Near("barx", ["bart", "barb", "bard"]));
    }
}
