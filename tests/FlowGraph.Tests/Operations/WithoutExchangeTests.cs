using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Operations;

/// <summary>The Exchange is a record with sources, never an inference: without it there is no chain, and the answer says what was rejected.</summary>
public sealed class WithoutExchangeTests : IDisposable
{
    private readonly DatasetCopy _copy = DatasetCopy.Of((_, record) => record.ToJsonString().Contains("exchange:oil-for-arms-and-troops", StringComparison.Ordinal) ? null : record);

    [Fact]
    public async Task No_chain_leads_from_oil_to_troops()
    {
        var answer = await TestApplication.Over(_copy.Folder).ExecuteAsync(
            """{ chains(from: "port:vostochny-port", to: "area:kursk-oblast") { chains { id } none rejected { coincidence } truncated } exchanges { totalCount } }""",
            cancellationToken: TestContext.Current.CancellationToken);

        var data = JsonNode.Parse(answer)!["data"]!;
        Assert.Equal(0, (int)data["exchanges"]!["totalCount"]!);
        Assert.Empty(data["chains"]!["chains"]!.AsArray());
        Assert.Equal(62, (int)data["chains"]!["rejected"]!["coincidence"]!);
        Assert.Contains("only by a shared", (string)data["chains"]!["none"]!, StringComparison.Ordinal);
        Assert.False((bool)data["chains"]!["truncated"]!);
    }

    public void Dispose() => _copy.Dispose();
}
