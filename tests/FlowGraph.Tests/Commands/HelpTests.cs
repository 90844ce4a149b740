using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class HelpTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("flowgraph")]
    [InlineData("serve")]
    [InlineData("validate")]
    [InlineData("compile")]
    [InlineData("query")]
    [InlineData("chains")]
    [InlineData("import")]
    [InlineData("audit")]
    [InlineData("export")]
    [InlineData("schema")]
    [InlineData("explain")]
    public async Task Says_what_can_be_asked(string command)
    {
        var arguments = command == "flowgraph" ? ["--help"] : new[] { command, "--help" };

        var run = await CommandRun.OfAsync(arguments, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
        Golden.Match(Repository.PathOf("tests", "FlowGraph.Tests", "Commands", "help", command + ".txt"), run.Output.ReplaceLineEndings("\n"));
    }
}
