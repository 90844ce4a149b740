using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class KindTests
{
    [Theory]
    [InlineData("shipment:voyage-a", "OBSERVED")]
    [InlineData("shipment:series-a", "ASSESSED")]
    [InlineData("arms:transfer-a", "REPORTED")]
    [InlineData("exchange:exchange-a", "ASSESSED")]
    [InlineData("has-oil-leg:exchange-a--series-a", "ASSESSED")]
    [InlineData("dispute:dispute-a", "DERIVED")]
    [InlineData("about:dispute-a--series-a", "DERIVED")]
    [InlineData("part-of:voyage-a--series-a", "ASSESSED")]
    [InlineData("claim:exchange-a--assessment", "ASSESSED")]
    [InlineData("claim:series-a--barrels", "ASSESSED")]
    [InlineData("claim:voyage-a--barrels", "REPORTED")]
    [InlineData("carried-by:voyage-a--ship-a", "REPORTED")]
    public void Of_the_records_in_the_base_dataset(string id, string kind)
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal(kind, release.Value(id, "kind"));
    }

    [Fact]
    public void Is_what_the_record_declares()
    {
        using var dataset = TestDataset.Base();
        dataset.Record("shipment:voyage-a")["kind"] = "DERIVED";

        Assert.Equal("DERIVED", dataset.Release().Value("shipment:voyage-a", "kind"));
    }

    [Fact]
    public void Inferred_edge_without_a_passage_of_its_own_is_derived()
    {
        using var dataset = TestDataset.Base();
        dataset.Citations("part-of:voyage-a--series-a")[0]!["scope"] = "RECORD";

        Assert.Equal("DERIVED", dataset.Release().Value("part-of:voyage-a--series-a", "kind"));
    }

    [Theory]
    [InlineData("SATELLITE", "LIKELY", null, "OBSERVED")]
    [InlineData("AIS", "CONFIRMED", null, "OBSERVED")]
    [InlineData("AIS", "REPORTED", null, "REPORTED")]
    [InlineData("MEDIA", "CONFIRMED", null, "REPORTED")]
    [InlineData("SATELLITE", "CONFIRMED", "CONTEXT", "REPORTED")]
    public void Observed_needs_a_supporting_image_or_track_that_is_likely(string evidenceType, string grade, string? stance, string kind)
    {
        using var dataset = TestDataset.Base();
        dataset.Cite("carried-by:voyage-a--ship-a", "source:wire-a", grade, evidenceType, stance);

        Assert.Equal(kind, dataset.Release().Value("carried-by:voyage-a--ship-a", "kind"));
    }

    [Fact]
    public void Count_does_not_become_observed_by_one_picture()
    {
        using var dataset = TestDataset.Base();
        dataset.Cite("shipment:series-a", "source:wire-a", "CONFIRMED", "SATELLITE");

        Assert.Equal("ASSESSED", dataset.Release().Value("shipment:series-a", "kind"));
    }
}
