using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>The built page is committed; its source has to build to the same bytes.</summary>
public sealed class GraphiqlBuildTests
{
    [Fact(Timeout = 300_000)]
    public async Task The_committed_page_is_what_its_source_builds()
    {
        var source = Repository.PathOf("src", "FlowGraph.Server", "Graphiql");
        var folder = await NodeFolder.InstallAsync(source, TestContext.Current.CancellationToken);

        var build = await folder.RunAsync("node", ["build.mjs"], TestContext.Current.CancellationToken);

        Assert.True(build.ExitCode == 0, build.Error);
        foreach (var committed in Directory.GetFiles(Path.Combine(source, "dist")))
        {
            var expected = await File.ReadAllBytesAsync(committed, TestContext.Current.CancellationToken);
            var built = await File.ReadAllBytesAsync(folder.PathOf(Path.Combine("dist", Path.GetFileName(committed))), TestContext.Current.CancellationToken);
            Assert.True(expected.SequenceEqual(built), $"{Repository.Relative(committed)} differs. Run npm ci --ignore-scripts && npm run build in src/FlowGraph.Server/Graphiql.");
        }
    }
}
