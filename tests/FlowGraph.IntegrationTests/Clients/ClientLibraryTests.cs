using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>The libraries that front ends use, unmodified, against a started server. Each program asserts by itself and compares what a library read with what the server says.</summary>
public sealed class ClientLibraryTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact(Timeout = 300_000)]
    public Task Apollo_client_keeps_edges_intact_and_merges_pages() => ProgramAsync("apollo.mjs", tests: 6, TestContext.Current.CancellationToken);

    [Fact(Timeout = 300_000)]
    public Task Urql_keeps_edges_intact_and_merges_pages() => ProgramAsync("urql.mjs", tests: 4, TestContext.Current.CancellationToken);

    [Fact(Timeout = 300_000)]
    public async Task Relay_compiles_keeps_edges_intact_joins_pages_and_refetches()
    {
        var folder = await InstallAsync(TestContext.Current.CancellationToken);

        await SucceedAsync(folder, [Path.Combine("node_modules", "relay-compiler", "cli.js"), "relay.config.json"], TestContext.Current.CancellationToken);

        await ProgramAsync("relay.mjs", tests: 5, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 300_000)]
    public async Task Generated_types_are_those_of_the_answers()
    {
        var folder = await InstallAsync(TestContext.Current.CancellationToken);

        await SucceedAsync(folder, [Path.Combine("node_modules", "@graphql-codegen", "cli", "esm", "bin.js"), "--config", "codegen.mjs"], TestContext.Current.CancellationToken);
        await SucceedAsync(folder, [Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit", "--project", "."], TestContext.Current.CancellationToken);
        await SucceedAsync(folder, [Path.Combine("node_modules", "typescript", "bin", "tsc"), "--outDir", "built", "--project", "."], TestContext.Current.CancellationToken);

        await ProgramAsync("typed.mjs", tests: 1, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 300_000)]
    public async Task Graphql_eslint_finds_nothing_by_its_relay_rules_for_schemas_nor_in_the_operations()
    {
        var folder = await InstallAsync(TestContext.Current.CancellationToken);

        await SucceedAsync(folder, [Path.Combine("node_modules", "eslint", "bin", "eslint.js"), "--max-warnings", "0", "schema.graphql", "trades.graphql"], TestContext.Current.CancellationToken);
    }

    private async Task ProgramAsync(string program, int tests, CancellationToken cancellationToken)
    {
        var folder = await InstallAsync(cancellationToken);

        var output = await SucceedAsync(folder, ["--test-reporter=spec", program], cancellationToken);

        Assert.Contains($"pass {tests}\n", output, StringComparison.Ordinal);
        Assert.Empty(server.Errors);
    }

    private async Task<string> SucceedAsync(NodeFolder folder, string[] arguments, CancellationToken cancellationToken)
    {
        var run = await folder.RunAsync("node", arguments, cancellationToken, ("FLOWGRAPH_URL", new Uri(server.Client.BaseAddress!, "/graphql").ToString()));

        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}\n{run.Error}");
        return run.Output;
    }

    private async Task<NodeFolder> InstallAsync(CancellationToken cancellationToken)
    {
        var folder = await NodeFolder.InstallAsync(Repository.PathOf("tests", "FlowGraph.IntegrationTests", "Clients", "libraries"), cancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("schema.graphql"), await server.Client.GetStringAsync("/graphql/schema.graphql", cancellationToken), cancellationToken);
        return folder;
    }
}
