using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>The built explorer is committed; its source has to build to the same bytes.</summary>
public sealed class ExplorerBuildTests
{
    [Fact(Timeout = 300_000)]
    public async Task The_committed_explorer_is_what_its_source_builds()
    {
        var source = Repository.PathOf("src", "FlowGraph.Explorer");
        var committed = Repository.PathOf("src", "FlowGraph.Server", "Explorer", "dist");
        var folder = await NodeFolder.InstallAsync(source, TestContext.Current.CancellationToken);

        var build = await folder.RunAsync("npm", ["run", "build", "--", "--outDir", folder.PathOf("dist")], TestContext.Current.CancellationToken);

        Assert.True(build.ExitCode == 0, build.Error + build.Output);
        Assert.Equal(Names(committed), Names(folder.PathOf("dist")));
        foreach (var name in Names(committed))
            Assert.True(Bytes(committed, name).SequenceEqual(Bytes(folder.PathOf("dist"), name)), $"{name} differs. Run npm ci --ignore-scripts && npm run build in src/FlowGraph.Explorer.");
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
