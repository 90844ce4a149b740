using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.IntegrationTests.Clients;

/// <summary>The audits that the reference implementation of GraphQL over HTTP has for servers.</summary>
public sealed class HttpAuditTests(TestServer server) : IClassFixture<TestServer>
{
    private const int Audits = 61;

    [Fact(Timeout = 300_000)]
    public async Task Every_audit_of_graphql_http_is_passed()
    {
        var folder = await NodeFolder.InstallAsync(Repository.PathOf("tests", "FlowGraph.IntegrationTests", "Clients", "audits"), TestContext.Current.CancellationToken);

        var run = await folder.RunAsync("node", ["audits.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString()], TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Error);
        var audits = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Empty(audits.Where(audit => (string?)audit["status"] != "ok").Select(audit => $"{audit["id"]} {audit["name"]}: {audit["status"]}, {audit["reason"]}"));
        Assert.Equal(Audits, audits.Count);
        Assert.Empty(server.Errors);
    }
}
