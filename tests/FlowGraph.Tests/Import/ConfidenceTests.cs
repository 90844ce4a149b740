using Xunit;

namespace FlowGraph.Tests.Import;

public sealed class ConfidenceTests
{
    private const string Fact = "shipment:voyage-a";

    // One row per line of the published table. A: OFFICIAL_STATEMENT, primary; N: news; each with an origin of its own.
    [Theory]
    [InlineData("office CONFIRMED, news REPORTED", "HIGH: 2 origins (News One, Office A), 1 strong (Office A), best grade CONFIRMED")]
    [InlineData("office LIKELY, news LIKELY", "MODERATE: 2 origins (News One, Office A), 1 strong (Office A), best grade LIKELY")]
    [InlineData("office CONFIRMED", "MODERATE: 1 origin (Office A), strong, best grade CONFIRMED")]
    [InlineData("office REPORTED", "MODERATE: 1 origin (Office A), strong, best grade REPORTED")]
    [InlineData("news LIKELY, other LIKELY", "MODERATE: 2 origins (News One, News Two), none strong, best grade LIKELY")]
    [InlineData("news CONFIRMED, other LIKELY", "MODERATE: 2 origins (News One, News Two), none strong, best grade CONFIRMED")]
    [InlineData("news LIKELY, other REPORTED", "LOW: 2 origins (News One, News Two), none strong, best grade LIKELY")]
    [InlineData("news CONFIRMED", "LOW: 1 origin (News One), none strong, best grade CONFIRMED")]
    [InlineData("news LIKELY SATELLITE", "MODERATE: 1 origin (News One), strong, best grade LIKELY")]
    [InlineData("news REPORTED SATELLITE", "LOW: 1 origin (News One), none strong, best grade REPORTED")]
    [InlineData("news CONFIRMED AIS, other REPORTED", "HIGH: 2 origins (News One, News Two), 1 strong (News One), best grade CONFIRMED")]
    [InlineData("news CONFIRMED AIS, office REPORTED", "HIGH: 2 origins (News One, Office A), 2 strong (News One, Office A), best grade CONFIRMED")]
    [InlineData("wire CONFIRMED", "LOW: 1 origin (unknown), none strong, best grade CONFIRMED")]
    [InlineData("", "LOW: no supporting passage")]
    public void Follows_the_table_and_says_why(string citations, string basis)
    {
        using var dataset = WithSources();
        dataset.Uncite(Fact);
        foreach (var words in citations.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(citation => citation.Split(' ')))
            dataset.Cite(Fact, SourceOf(words[0]), words[1], words.ElementAtOrDefault(2));
        if (citations.Length == 0)
            dataset.Cite(Fact, "source:news", "REPORTED", stance: "CONTEXT");

        var release = dataset.Release();

        Assert.Equal(basis, release.Value(Fact, "confidenceBasis"));
        Assert.Equal(basis[..basis.IndexOf(':', StringComparison.Ordinal)], release.Value(Fact, "confidence"));
    }

    [Fact]
    public void Is_capped_by_a_contest()
    {
        using var dataset = WithSources();
        dataset.Cite(Fact, "source:news", "DISPUTED");

        var release = dataset.Release();

        Assert.Equal("MODERATE: 2 origins (Bureau A, Office A), 2 strong (Bureau A, Office A), best grade CONFIRMED, contested, capped by a contest", release.Value(Fact, "confidenceBasis"));
    }

    [Fact]
    public void Is_capped_where_the_passages_are_those_of_the_record()
    {
        using var dataset = WithSources();
        const string Edge = "supplied-by:voyage-a--state-a";
        dataset.Uncite(Edge);
        dataset.Cite(Edge, "source:office-a", "CONFIRMED", scope: "RECORD");
        dataset.Cite(Edge, "source:news", "LIKELY", scope: "RECORD");

        var release = dataset.Release();

        Assert.Equal("MODERATE: 2 origins (News One, Office A), 1 strong (Office A), best grade CONFIRMED, capped by scope RECORD", release.Value(Edge, "confidenceBasis"));
    }

    [Fact]
    public void Is_not_raised_by_passages_of_the_record_beside_one_of_its_own()
    {
        using var dataset = WithSources();
        const string Edge = "supplied-by:voyage-a--state-a";
        dataset.Uncite(Edge);
        dataset.Cite(Edge, "source:news", "REPORTED");
        dataset.Cite(Edge, "source:office-a", "CONFIRMED", scope: "RECORD");

        Assert.Equal("MODERATE", dataset.Release().Value(Edge, "confidence"));
    }

    [Fact]
    public void Counts_neither_disputing_passages_nor_context()
    {
        using var dataset = WithSources();
        dataset.Uncite(Fact);
        dataset.Cite(Fact, "source:news", "LIKELY");
        dataset.Cite(Fact, "source:office-a", "CONFIRMED", stance: "CONTEXT");
        dataset.Cite(Fact, "source:other", "DISPUTED");

        var release = dataset.Release();

        Assert.Equal(1, release.Value(Fact, "independentSources"));
        Assert.Equal("LOW: 1 origin (News One), none strong, best grade LIKELY, contested", release.Value(Fact, "confidenceBasis"));
    }

    private static TestDataset WithSources()
    {
        var dataset = TestDataset.Base();
        dataset.AddSource("source:news", "News One", "source:news");
        dataset.AddSource("source:other", "News Two", "source:other");
        return dataset;
    }

    private static string SourceOf(string word) => word switch
    {
        "office" => "source:office-a",
        "wire" => "source:wire-a",
        _ => $"source:{word}",
    };
}
