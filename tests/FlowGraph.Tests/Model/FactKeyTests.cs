using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Model;

public sealed class FactKeyTests
{
    [Theory]
    [InlineData("vessel:chon-ma-san", "x5lz7dkhwc")]
    [InlineData("carried-by:osc-43-trips-2024--chon-ma-san", "e7tpmlrvi4")]
    [InlineData("", "4oymiquy7q")]
    public void Is_the_start_of_the_hash_in_base32(string id, string key)
    {
        Assert.Equal(key, FactKey.Of(id));
    }

    [Theory]
    [InlineData("x5lz7dkhwc", true)]
    [InlineData("x5lz7dkhw", false)]
    [InlineData("x5lz7dkhwcc", false)]
    [InlineData("X5LZ7DKHWC", false)]
    [InlineData("x5lz7dkhw1", false)]
    public void Knows_a_key_by_its_form(string key, bool isValid)
    {
        Assert.Equal(isValid, FactKey.IsValid(key));
    }
}
