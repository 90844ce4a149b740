using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class StatusTests
{
    [Fact]
    public void Disputing_passage_contests_the_fact_and_marks_its_caption()
    {
        using var dataset = TestDataset.Base();
        dataset.Cite("carried-by:voyage-a--ship-a", "source:wire-a", "DISPUTED");

        var release = dataset.Release();

        Assert.Equal("CONTESTED", release.Value("carried-by:voyage-a--ship-a", "status"));
        Assert.Equal("⚠ Voyage A · carried by · Ship A", release.Value("carried-by:voyage-a--ship-a", "caption"));
        Assert.Equal("Voyage A", release.Value("shipment:voyage-a", "caption"));
    }

    [Fact]
    public void Disputing_passage_on_a_property_contests_its_preferred_claim_alone()
    {
        using var dataset = TestDataset.Base();
        dataset.Cite("shipment:voyage-a", "source:wire-a", "DISPUTED", property: "barrels");

        var release = dataset.Release();

        Assert.Equal("ASSERTED", release.Value("shipment:voyage-a", "status"));
        Assert.Equal("CONTESTED", release.Value("claim:voyage-a--barrels", "status"));
        Assert.Equal("⚠ Voyage A · barrels · 15,279 barrels", release.Value("claim:voyage-a--barrels", "caption"));
        Assert.True(((Quantity)release.Value("shipment:voyage-a", "barrels")!).Contested);
    }

    [Fact]
    public void Disputing_passage_on_a_property_without_a_preferred_claim_contests_every_reading()
    {
        using var dataset = TestDataset.Base();
        dataset.Cite("shipment:series-a", "source:wire-a", "DISPUTED", property: "trips");

        var release = dataset.Release();

        Assert.Equal("CONTESTED", release.Value("claim:series-a--trips", "status"));
        Assert.Equal("ASSERTED", release.Value("claim:series-a--barrels", "status"));
    }

    [Fact]
    public void Denial_by_a_party_contests_without_a_cap()
    {
        using var dataset = WithStrongTransfer();

        var release = dataset.Release();

        Assert.Equal("CONTESTED", release.Value("arms:transfer-a", "status"));
        Assert.Equal("HIGH", release.Value("arms:transfer-a", "confidence"));
        Assert.EndsWith(", contested", (string)release.Value("arms:transfer-a", "confidenceBasis")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Denial_by_somebody_else_caps()
    {
        using var dataset = WithStrongTransfer();
        dataset.Record("made-by:denial-a--state-b")["to"] = "org:bureau-a";

        var release = dataset.Release();

        Assert.Equal("MODERATE", release.Value("arms:transfer-a", "confidence"));
        Assert.EndsWith(", contested, capped by a contest", (string)release.Value("arms:transfer-a", "confidenceBasis")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Passages_on_a_denial_and_on_a_dispute_support_that_it_was_made()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal("ASSERTED", release.Value("denies:denial-a--transfer-a", "status"));
        Assert.Equal("ASSERTED", release.Value("dispute:dispute-a", "status"));
        Assert.Equal("SUPPORTS", release.Value("citation:dispute-dispute-a--wire-a", "stance"));
    }

    [Fact]
    public void Withdrawn_denial_contests_nothing()
    {
        using var dataset = TestDataset.Base();
        dataset.Record("denies:denial-a--transfer-a")["status"] = "RETRACTED";
        dataset.Record("denies:denial-a--transfer-a")["statusReason"] = "The wording was misread.";

        var release = dataset.Release();

        Assert.Equal("ASSERTED", release.Value("arms:transfer-a", "status"));
        Assert.Equal("RETRACTED", release.Value("denies:denial-a--transfer-a", "status"));
    }

    [Fact]
    public void Quantity_is_the_preferred_claim_and_contested_where_claims_differ()
    {
        using var dataset = TestDataset.Base();
        const string Same = """{"id": "claim:voyage-a--barrels--2", "subject": "shipment:voyage-a", "property": "barrels", "best": 15279, "unit": "BARRELS", "bound": "ABOUT", "rank": "NORMAL", "citations": []}""";
        dataset.Add("claims.jsonl", Same);
        dataset.Cite("claim:voyage-a--barrels--2", "source:wire-a", "REPORTED");
        var agreed = (Quantity)dataset.Release().Value("shipment:voyage-a", "barrels")!;

        dataset.Record("claim:voyage-a--barrels--2")["best"] = 16000;
        var differing = (Quantity)dataset.Release().Value("shipment:voyage-a", "barrels")!;

        Assert.Equal(new Quantity(null, 15279, 15279, "BARRELS", "EXACT", null, false), agreed);
        Assert.Equal(agreed with { Contested = true }, differing);
    }

    [Fact]
    public void Quantity_without_a_preferred_claim_is_missing()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Null(release.Value("shipment:series-a", "trips"));
    }

    private static TestDataset WithStrongTransfer()
    {
        var dataset = TestDataset.Base();
        dataset.Cite("arms:transfer-a", "source:office-a", "CONFIRMED");
        return dataset;
    }
}
