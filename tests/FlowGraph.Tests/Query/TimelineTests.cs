using System.Text.Json.Nodes;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>Rules of the timeline that the shipped release does not show.</summary>
public sealed class TimelineTests
{
    private const string OfShipments = """{ timeline(types: [SHIPMENT], first: 200) { totalCount undatedCount nodes { id when { edtf earliest latest } } } }""";

    [Fact]
    public async Task Puts_open_starts_last_and_uncertain_ends_after_certain_ones()
    {
        var release = new ChangedRelease(node => node.Id switch
        {
            "shipment:voyage-2024-03-07-paek-yang-san-1" => new() { ["when"] = FuzzyDate.Parse("../2020") },
            "shipment:voyage-2024-03-10-wol-bong-san" => new() { ["when"] = FuzzyDate.Parse("1999-01-01/..") },
            "shipment:voyage-2024-03-13-unnamed" => new() { ["when"] = FuzzyDate.Parse("1999-01") },
            "shipment:voyage-2024-03-14-kum-jin-gang-3" => new() { ["when"] = null },
            _ => null,
        });

        var timeline = (await release.AskAsync(OfShipments))["data"]!["timeline"]!;

        var ids = timeline["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToList();
        Assert.Equal(["shipment:voyage-2024-03-13-unnamed", "shipment:voyage-2024-03-10-wol-bong-san"], ids[..2]);
        Assert.Equal("shipment:voyage-2024-03-07-paek-yang-san-1", ids[^1]);
        Assert.DoesNotContain("shipment:voyage-2024-03-14-kum-jin-gang-3", ids);
        Assert.Equal(1, (int)timeline["undatedCount"]!);
        Assert.Equal(ids.Count, (int)timeline["totalCount"]!);
    }

    [Fact]
    public async Task Shows_nothing_that_is_retracted()
    {
        const string Retracted = "shipment:osc-43-trips-2024";
        var release = new ChangedRelease(node => node.Id == Retracted ? new() { ["status"] = "RETRACTED" } : null);

        var answer = await release.AskAsync($$"""{ all: timeline(types: [SHIPMENT], first: 200) { nodes { id } } itself: timeline(scope: ["{{Retracted}}"], types: [SHIPMENT]) { nodes { id } } }""");

        Assert.DoesNotContain(Retracted, answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_give_each_event_once()
    {
        var release = new ChangedRelease(_ => null);
        var found = new List<string>();
        string? after = null;

        do
        {
            var page = (await release.AskAsync($"{{ timeline(scope: [\"state:russia\"], first: 7{(after is null ? "" : $", after: \"{after}\"")}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"))["data"]!["timeline"]!;
            found.AddRange(page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);

        var whole = (await release.AskAsync("""{ timeline(scope: ["state:russia"], first: 200) { totalCount nodes { id } } }"""))["data"]!["timeline"]!;
        Assert.Equal((int)whole["totalCount"]!, found.Count);
        Assert.Equal(whole["nodes"]!.AsArray().Select(node => (string)node!["id"]!), found);
    }

    [Fact]
    public async Task Sanctions_ignore_designations_that_are_retracted_or_only_announced()
    {
        const string Question = """{ vessel(id: "vessel:chon-ma-san") { sanctionedOn(date: "2024-10-20", by: "org:un-1718-committee") } }""";
        string Status(JsonNode answer) => (string)answer["data"]!["vessel"]!["sanctionedOn"]!;

        var shipped = await new ChangedRelease(_ => null).AskAsync(Question);
        var retracted = await new ChangedRelease(node => node.Type.Name == "Designation" ? new() { ["status"] = "RETRACTED" } : null).AskAsync(Question);
        var announced = await new ChangedRelease(node => node.Type.Name == "Designation" ? new() { ["modality"] = "ANNOUNCED" } : null).AskAsync(Question);
        var ofMonth = await new ChangedRelease(node => node.Type.Name == "Designation" ? new() { ["when"] = FuzzyDate.Parse("2024-10") } : null).AskAsync(Question);

        Assert.Equal(["LISTED", "NOT_LISTED", "NOT_LISTED", "UNKNOWN"], new[] { shipped, retracted, announced, ofMonth }.Select(Status));
    }
}
