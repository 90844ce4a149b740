using System.Text.Json.Nodes;
using FlowGraph.Model.Values;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>Rules of the ledger that the shipped release does not show.</summary>
public sealed class OilLedgerTests
{
    private const string Series = "shipment:osc-43-trips-2024";

    private const string Of2024 = """
        { oilLedger(importer: "state:dprk", during: { from: "2024-01-01", to: "2024-12-31" }) { rows {
            period countingGroup barrels { low high } cap { id } multipleOfCap { low high display } counted { id } leftOut { reason note fact { id } } } text } }
        """;

    [Fact]
    public async Task Compares_with_no_cap_where_two_hold()
    {
        var release = new ChangedRelease(node => node is { Type.Name: "Cap" } && (string?)node["commodity"] == "REFINED_PETROLEUM" ? new() { ["when"] = FuzzyDate.Parse("2017-09-11/..") } : null);

        var row = await RowAsync(release, "2024", "vostochny-2024");

        Assert.Null(row["cap"]);
        Assert.Null(row["multipleOfCap"]);
        Assert.Equal(1_000_000, (double)row["barrels"]!["low"]!);
    }

    [Theory]
    [InlineData("2018-01-01/2024-06-30")]
    [InlineData("2024-01/..")]
    [InlineData(null)]
    public async Task Compares_with_no_cap_that_may_not_hold_for_all_of_the_year(string? when)
    {
        var release = new ChangedRelease(node => node.Type.Name == "Cap" ? new() { ["when"] = when is null ? null : FuzzyDate.Parse(when) } : null);

        var row = await RowAsync(release, "2024", "vostochny-2024");

        Assert.Null(row["cap"]);
    }

    [Theory]
    [InlineData("status", "RETRACTED")]
    [InlineData("modality", "PLANNED")]
    [InlineData("commodity", "CRUDE_OIL")]
    public async Task Compares_with_no_cap_that_is_none_of_refined_petroleum_in_force(string property, string value)
    {
        var release = new ChangedRelease(node => node.Type.Name == "Cap" ? new() { [property] = value } : null);

        var row = await RowAsync(release, "2024", "vostochny-2024");

        Assert.Null(row["cap"]);
    }

    [Theory]
    [InlineData(250_000d, 250_000d, 0.5, 0.5, "0.5 times the cap")]
    [InlineData(500_000d, 1_500_000d, 1.0, 3.0, "1 to 3 times the cap")]
    [InlineData(null, 100_000d, 0.0, 0.2, "up to 0.2 times the cap")]
    [InlineData(500_000d, null, 1.0, null, "at least 1 time the cap")]
    [InlineData(null, null, 0.0, null, "at least 0 times the cap")]
    public async Task Gives_the_multiple_of_the_cap_as_an_interval(double? low, double? high, double? least, double? most, string display)
    {
        var best = low is null && high is null ? 60_000d : (double?)null;
        var release = new ChangedRelease(node => node.Id == Series ? new() { ["barrels"] = new Quantity(best, low, high, "BARRELS", "BETWEEN", null, false) } : null);

        var multiple = (await RowAsync(release, "2024", "vostochny-2024"))["multipleOfCap"]!;

        Assert.Equal(least, (double?)multiple["low"]);
        Assert.Equal(most, (double?)multiple["high"]);
        Assert.Equal(display, (string?)multiple["display"]);
    }

    [Theory]
    [InlineData("commodity", "CRUDE_OIL", "OTHER_COMMODITY")]
    [InlineData("modality", "ANNOUNCED", "NOT_ACTUAL")]
    [InlineData("includeInTotals", false, "NOT_IN_TOTALS")]
    [InlineData("barrels", null, "NO_VALUE")]
    public async Task Leaves_out_with_the_first_reason_that_holds(string property, object? value, string reason)
    {
        var release = new ChangedRelease(node => node.Id == Series ? new() { [property] = value } : null);

        var row = await RowAsync(release, "2024", "vostochny-2024");

        Assert.Null(row["barrels"]);
        Assert.Empty(row["counted"]!.AsArray());
        Assert.Equal(reason, (string?)row["leftOut"]!.AsArray().Single(left => (string?)left!["fact"]!["id"] == Series)!["reason"]);
    }

    [Fact]
    public async Task Shows_nothing_that_is_retracted()
    {
        var release = new ChangedRelease(node => node.Id == Series ? new() { ["status"] = "RETRACTED" } : null);

        var answer = await release.AskAsync(Of2024);

        Assert.DoesNotContain(Series, answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_apportions_what_crosses_a_border()
    {
        var release = new ChangedRelease(node => node.Id == Series ? new() { ["when"] = FuzzyDate.Parse("2024-11/2025-02") } : null);

        var row = await RowAsync(release, "2024/2025", "vostochny-2024");

        Assert.Equal(Series, (string?)Assert.Single(row["counted"]!.AsArray())!["id"]);
        Assert.Null(row["cap"]);
    }

    [Fact]
    public async Task Puts_what_has_no_date_in_a_row_of_its_own_unless_a_range_is_asked_for()
    {
        var release = new ChangedRelease(node => node.Id == Series ? new() { ["when"] = null } : null);

        var whole = await release.AskAsync("{ oilLedger { rows { period counted { id } } } }");
        var of2024 = await release.AskAsync(Of2024);

        Assert.Equal(Series, (string?)Rows(whole).Last()["counted"]![0]!["id"]);
        Assert.Equal("undated", (string?)Rows(whole).Last()["period"]);
        Assert.DoesNotContain(Series, of2024.ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Rows(JsonNode answer) => answer["data"]!["oilLedger"]!["rows"]!.AsArray().Select(row => row!);

    private static async Task<JsonNode> RowAsync(ChangedRelease release, string period, string group) =>
        Rows(await release.AskAsync(Of2024)).Single(row => (string?)row["period"] == period && (string?)row["countingGroup"] == group);
}
