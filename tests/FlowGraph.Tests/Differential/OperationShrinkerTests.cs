using FlowGraph.TestKit.Oracle.Operations;
using Xunit;

namespace FlowGraph.Tests.Differential;

public sealed class OperationShrinkerTests
{
    private const string Large = """
        query Random($a: Int, $b: Boolean!) {
          x: vessels(first: $a, where: { name: { contains: "a" }, and: [{ yearBuilt: { gt: 1990 } }, { id: { neq: "vessel:x" } }] }) @include(if: $b) {
            nodes { id other: name ...F ... on Vessel { yearBuilt aliases } }
          }
          release { id }
        }
        fragment F on Vessel { name aliases }
        """;

    [Fact]
    public async Task Leaves_what_the_fault_needs()
    {
        var small = await OperationShrinker.ShrinkAsync(Large, text => Task.FromResult(text.Contains("gt: 1990", StringComparison.Ordinal) && text.Contains("aliases", StringComparison.Ordinal)));

        Assert.Contains("gt: 1990", small, StringComparison.Ordinal);
        foreach (var gone in (string[])["release", "contains", "neq", "other", "@include", "$a"])
            Assert.DoesNotContain(gone, small, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_all_where_nothing_smaller_fails()
    {
        Assert.Equal(Large, await OperationShrinker.ShrinkAsync(Large, text => Task.FromResult(text == Large)));
    }
}
