using System.Diagnostics;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class IntrospectionCacheTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_same_question_in_another_layout_is_not_worked_out_again()
    {
        var first = await server.PostAsync(StandardIntrospection.Query);
        var clock = Stopwatch.StartNew();
        var second = await server.PostAsync("# another layout\n" + StandardIntrospection.Query.Replace("  ", " ,\t", StringComparison.Ordinal));
        clock.Stop();

        Assert.Equal(first.Text, second.Text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Answers_to_other_variables_are_kept_apart()
    {
        const string Query = "query($name: String!, $all: Boolean = false) { __type(name: $name) { name fields(includeDeprecated: $all) { name } } }";

        var vessel = await server.PostAsync(Query, new() { ["name"] = "Vessel" });
        var port = await server.PostAsync(Query, new() { ["name"] = "Port" });
        var again = await server.PostAsync(Query, new() { ["name"] = "Vessel" });

        Assert.StartsWith("""{"data":{"__type":{"name":"Vessel",""", vessel.Text, StringComparison.Ordinal);
        Assert.StartsWith("""{"data":{"__type":{"name":"Port",""", port.Text, StringComparison.Ordinal);
        Assert.Equal(vessel.Text, again.Text);
    }
}
