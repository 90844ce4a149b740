using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.Server.Commands;
using FlowGraph.TestKit;
using FlowGraph.Tests.Commands;
using Xunit;

namespace FlowGraph.IntegrationTests.Cypher;

/// <summary>What the model compiles to, as files in the repository.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public void Constraints_are_the_approved_ones() =>
        Golden.Match(Repository.PathOf("schema", "approved", "constraints.cypher"), SchemaCypher.Print(ShippedModel.Instance));

    [Fact(Timeout = 60_000)]
    public async Task Command_prints_the_constraints()
    {
        var run = await CommandRun.OfAsync(["schema", "--format", "cypher"], TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Done, SchemaCypher.Print(ShippedModel.Instance)), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Audit_questions_are_the_shipped_ones() =>
        Golden.Match(Repository.PathOf("schema", "browser", "audit.cypher"), AuditCypher.Print(ShippedModel.Instance));

    [Fact]
    public void No_two_values_of_a_record_share_a_property()
    {
        string[] ofNodes = ["degree", "factKey", "factStatus", "factFrom", "searchKeys", "citationIds", "cites", "confidenceRank"];
        var owners = ShippedModel.Instance.NodeTypes.Select(type => (type.Name, type.Properties, Others: ofNodes))
            .Concat(ShippedModel.Instance.EdgeTypes.Select(type => (type.Name, type.Properties, Others: (string[])["accordingToName", .. ofNodes])));

        Assert.All(owners, owner => Assert.Distinct(owner.Properties.SelectMany(property => StoredProperty.Of(property)).Select(stored => stored.Name).Concat(owner.Others)));
    }
}
