using FlowGraph.TestKit;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>clients/typescript against a started server: what is generated is what is committed, it compiles, and it runs.</summary>
public sealed class TypedClientTests
{
    private static readonly string _source = Repository.PathOf("clients", "typescript");

    [Fact(Timeout = 300_000)]
    public async Task Client_is_the_one_that_the_server_generates_compiles_and_prints_a_chain_by_its_hash()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = await NodeFolder.InstallAsync(_source, cancellationToken);
        // Its folders are written anew: what is no longer generated must not stay.
        foreach (var name in (string[])["documents", "src", "manifest", "built"])
        {
            if (Directory.Exists(folder.PathOf(name)))
                Directory.Delete(folder.PathOf(name), recursive: true);
        }
        Copy("documents", folder);
        Copy("src", folder);
        Directory.CreateDirectory(folder.PathOf("manifest"));
        Directory.Delete(folder.PathOf(Path.Combine("src", "generated")), recursive: true);
        await using var served = await ServedCommand.StartAsync(cancellationToken, ("FLOWGRAPH_PersistedDocuments__Folder", Path.Combine(_source, "manifest")));

        await SucceedAsync(folder, served, [Path.Combine("node_modules", "@graphql-codegen", "cli", "esm", "bin.js"), "--config", "codegen.mjs"], cancellationToken);
        await SucceedAsync(folder, served, ["manifest.mjs"], cancellationToken);
        await SucceedAsync(folder, served, [Path.Combine("node_modules", "typescript", "bin", "tsc")], cancellationToken);

        AssertSame(Path.Combine("src", "generated"), folder);
        AssertSame("manifest", folder);
        var printed = await SucceedAsync(folder, served, [Path.Combine("built", "main.js")], cancellationToken);
        Assert.StartsWith("Vostochny Port ", printed, StringComparison.Ordinal);
        Assert.Contains("\n4. KPA contingent in Russia", printed, StringComparison.Ordinal);
        Assert.Contains("[1] ", printed, StringComparison.Ordinal);
        Assert.EndsWith("release:oil-for-troops 1.0.0\n", printed, StringComparison.Ordinal);
        var refused = await RunAsync(folder, served, [Path.Combine("built", "main.js"), "nowhere:x"], cancellationToken);
        Assert.Equal((1, true), (refused.ExitCode, refused.Error.StartsWith("NOT_A_VALID_ID: ", StringComparison.Ordinal) || refused.Error.StartsWith("UNKNOWN_ID: ", StringComparison.Ordinal)));
    }

    private static void Copy(string name, NodeFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_source, name), "*", SearchOption.AllDirectories))
        {
            var target = folder.PathOf(Path.GetRelativePath(_source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // it is below the folder
            File.Copy(file, target, overwrite: true);
        }
    }

    private static void AssertSame(string name, NodeFolder folder)
    {
        var committed = Path.Combine(_source, name);
        Assert.Equal(Names(committed), Names(folder.PathOf(name)));
        Assert.All(Names(committed), file => Assert.True(
            File.ReadAllText(Path.Combine(committed, file)) == File.ReadAllText(Path.Combine(folder.PathOf(name), file)),
            $"{Repository.Relative(Path.Combine(committed, file))} is not what the server generates. Start the server and run npm ci --ignore-scripts && npm run generate in clients/typescript."));
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static async Task<string> SucceedAsync(NodeFolder folder, ServedCommand served, string[] arguments, CancellationToken cancellationToken)
    {
        var run = await RunAsync(folder, served, arguments, cancellationToken);

        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
        return run.Output;
    }

    private static Task<NodeRun> RunAsync(NodeFolder folder, ServedCommand served, string[] arguments, CancellationToken cancellationToken) =>
        folder.RunAsync("node", arguments, cancellationToken, ("GRAPHQL_URL", $"{served.Address}/graphql"));
}
