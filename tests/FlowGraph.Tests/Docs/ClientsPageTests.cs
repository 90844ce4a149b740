using System.Text.RegularExpressions;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Docs;

/// <summary>The code of <c>docs/clients.md</c> is that of the programs which the integration tests run with the libraries.</summary>
public sealed partial class ClientsPageTests
{
    [Fact]
    public void All_of_its_code_stands_in_a_program_that_tests_run()
    {
        var blocks = Block().Matches(File.ReadAllText(Repository.PathOf("docs", "clients.md"))).Select(match => match.Groups[1].Value).ToList();
        var programs = Directory.GetFiles(Repository.PathOf("tests", "FlowGraph.IntegrationTests", "Clients", "libraries")).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(programs.Exists(program => program.Contains(block, StringComparison.Ordinal)), block));
    }

    [GeneratedRegex("^```[a-z]+\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
