using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class OriginTests
{
    private const string Fact = "arms:transfer-a";

    [Fact]
    public void Eleven_reposts_of_one_origin_change_nothing_and_a_second_origin_does()
    {
        using var dataset = TestDataset.Base();
        dataset.Uncite(Fact);
        dataset.AddSource("source:first", "First News", "org:bureau-a");
        dataset.Cite(Fact, "source:first", "LIKELY");
        var alone = dataset.Release();

        for (var i = 1; i <= 11; i++)
        {
            dataset.AddSource($"source:repost-{i}", $"Repost {i}", "org:bureau-a");
            dataset.Cite(Fact, $"source:repost-{i}", "LIKELY");
        }

        var reposted = dataset.Release();
        dataset.AddSource("source:second", "Second News", "source:second");
        dataset.Cite(Fact, "source:second", "LIKELY");
        var confirmed = dataset.Release();

        Assert.Equal(1, alone.Value(Fact, "independentSources"));
        Assert.Equal(1, reposted.Value(Fact, "independentSources"));
        Assert.Equal(alone.Value(Fact, "confidenceBasis"), reposted.Value(Fact, "confidenceBasis"));
        Assert.Equal(2, confirmed.Value(Fact, "independentSources"));
        Assert.StartsWith("LOW: 1 origin (Bureau A)", (string)alone.Value(Fact, "confidenceBasis")!, StringComparison.Ordinal);
        Assert.StartsWith("MODERATE: 2 origins (Bureau A, Second News), none strong, best grade LIKELY", (string)confirmed.Value(Fact, "confidenceBasis")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_publications_of_one_publisher_are_one_origin_and_so_is_the_body_of_that_name()
    {
        using var dataset = TestDataset.Base();
        dataset.Uncite(Fact);
        dataset.AddSource("source:report-1", "Bureau A", "source:report-1");
        dataset.AddSource("source:report-2", "Bureau A", "source:report-2");
        dataset.Cite(Fact, "source:report-1", "LIKELY");
        dataset.Cite(Fact, "source:report-2", "LIKELY");
        dataset.Cite(Fact, "source:paper-a", "LIKELY");

        var release = dataset.Release();

        Assert.Equal("LOW: 1 origin (Bureau A), none strong, best grade LIKELY, contested", release.Value(Fact, "confidenceBasis"));
    }

    [Fact]
    public void All_unknown_origins_count_as_one()
    {
        using var dataset = TestDataset.Base();
        dataset.AddSource("source:blog-1", "Blog One");
        dataset.AddSource("source:blog-2", "Blog Two");
        dataset.Cite(Fact, "source:blog-1", "LIKELY");
        dataset.Cite(Fact, "source:blog-2", "LIKELY");

        var release = dataset.Release();

        Assert.Equal(1, release.Value(Fact, "independentSources"));
        Assert.Equal("LOW: 1 origin (unknown), none strong, best grade LIKELY, contested", release.Value(Fact, "confidenceBasis"));
    }

    [Fact]
    public void Entry_for_a_record_wins_on_it_on_its_edges_and_on_its_claims()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Contains("(Office A)", (string)release.Value("exchange:exchange-a", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Office A)", (string)release.Value("has-oil-leg:exchange-a--series-a", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Office A)", (string)release.Value("claim:exchange-a--assessment", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Bureau A)", (string)release.Value("shipment:series-a", "confidenceBasis")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Entry_for_an_edge_wins_over_that_for_its_start_and_one_for_its_target_does_not_reach_it()
    {
        using var dataset = TestDataset.Base();
        dataset.AddOrigin("source:paper-a", "source:wire-a", "shipment:series-a", "has-arms-leg:exchange-a--transfer-a");

        var release = dataset.Release();

        Assert.Contains("(Wire A)", (string)release.Value("has-arms-leg:exchange-a--transfer-a", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Office A)", (string)release.Value("has-oil-leg:exchange-a--series-a", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Bureau A)", (string)release.Value("part-of:voyage-a--series-a", "confidenceBasis")!, StringComparison.Ordinal);
        Assert.Contains("(Wire A)", (string)release.Value("breaches:series-a--treaty-a", "confidenceBasis")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_shows_the_origin_it_has_for_all_facts()
    {
        var release = TestDataset.Base().Using(dataset => dataset.Release());

        Assert.Equal(("STATED", null, "org:bureau-a"), Shown("source:paper-a"));
        Assert.Equal(("STATED", "source:office-a", null), Shown("source:office-a"));
        Assert.Equal(("UNKNOWN", null, null), Shown("source:wire-a"));

        (object?, object?, object?) Shown(string id) => (release.Value(id, "originBasis"), release.Value(id, "origin"), release.Value(id, "originActor"));
    }

    [Theory]
    [InlineData("UN_DOCUMENT", true, true, null, "A")]
    [InlineData("OFFICIAL_STATEMENT", true, true, null, "A")]
    [InlineData("INVESTIGATION", true, true, null, "B")]
    [InlineData("SATELLITE_IMAGERY", true, true, null, "B")]
    [InlineData("NEWS_REPORT", true, true, null, "B")]
    [InlineData("NEWS_REPORT", false, true, null, "C")]
    [InlineData("UN_DOCUMENT", false, true, null, "C")]
    [InlineData("OFFICIAL_STATEMENT", true, true, "D", "D")]
    [InlineData("OFFICIAL_STATEMENT", true, false, null, null)]
    public void Reliability_is_the_admiralty_letter(string category, bool primary, bool textRead, string? written, string? letter)
    {
        using var dataset = TestDataset.Base();
        var source = dataset.Record("source:wire-a");
        source["category"] = category;
        source["primary"] = primary;
        source["textRead"] = textRead;
        source["reliability"] = written;

        Assert.Equal(letter, dataset.Release().Value("source:wire-a", "reliability"));
    }
}
