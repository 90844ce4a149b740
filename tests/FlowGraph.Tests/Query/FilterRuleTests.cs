using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Query;

/// <summary>What filters do with missing values, null and empty lists.</summary>
public sealed class FilterRuleTests
{
    /// <summary>Type, property that some records of it miss, a positive operator and its complement, a value.</summary>
    public static TheoryData<string, string, string, string, string> Complements => new()
    {
        { "vessels", "imo", "eq", "neq", "\"9161003\"" },
        { "vessels", "imo", "in", "nin", "[\"9161003\", \"8660313\"]" },
        { "vessels", "imo", "in", "nin", "[]" },
        { "vessels", "identityNote", "contains", "ncontains", "\"e\"" },
        { "vessels", "imo", "startsWith", "nstartsWith", "\"8\"" },
        { "vessels", "imo", "endsWith", "nendsWith", "\"3\"" },
        { "vessels", "imo", "gt", "ngt", "\"8\"" },
        { "vessels", "imo", "gte", "ngte", "\"9161003\"" },
        { "vessels", "imo", "lt", "nlt", "\"9\"" },
        { "vessels", "imo", "lte", "nlte", "\"9161003\"" },
        { "vessels", "yearBuilt", "gt", "ngt", "1990" },
        { "vessels", "yearBuilt", "eq", "neq", "1990" },
        { "facilities", "latitude", "lt", "nlt", "50.0" },
        { "facilities", "coordinatesBasis", "eq", "neq", "SOURCE" },
        { "facilities", "coordinatesBasis", "in", "nin", "[SOURCE]" },
        { "shipments", "observation", "eq", "neq", "AT_LOADING_PORT" },
        { "shipments", "vesselsComplete", "eq", "neq", "true" },
        { "claims", "unit", "in", "nin", "[BARRELS, VOYAGES]" },
        { "facts", "origin", "eq", "neq", "\"org:white-house-nsc\"" },
        { "facts", "origin", "in", "nin", "[\"org:white-house-nsc\", \"source:osc-refined-tastes\"]" },
    };

    /// <summary>Type, operators on a value that is a record of its own, and how many of those that miss it match.</summary>
    public static TheoryData<string, string, string, bool> Missing => new()
    {
        { "shipments", "barrels", "{ atLeast: 0 }", false },
        { "shipments", "barrels", "{ atMost: 1e300 }", false },
        { "shipments", "barrels", "{ possibly: {} }", false },
        { "shipments", "barrels", "{ known: true }", false },
        { "shipments", "barrels", "{ known: false }", true },
        { "shipments", "barrels", "{ unit: { eq: BARRELS } }", false },
        { "shipments", "barrels", "{ unit: { neq: BARRELS } }", true },
        { "shipments", "barrels", "{ unit: { nin: [BARRELS] } }", true },
        { "shipments", "barrels", "{ unit: { eq: null } }", true },
        { "shipments", "barrels", "{ unit: { neq: null } }", false },
        { "shipments", "barrels", "{ bound: { neq: EXACT } }", true },
        { "shipments", "barrels", "{ contested: { eq: false } }", false },
        { "shipments", "barrels", "{ contested: { neq: true } }", true },
        { "shipments", "barrels", "{}", true },
        { "sources", "publishedAt", "{ eq: null }", true },
        { "sources", "publishedAt", "{ eq: \"2024\" }", false },
        { "sources", "publishedAt", "{ before: \"2999-01-01\" }", false },
        { "sources", "publishedAt", "{ after: \"1000-01-01\" }", false },
        { "sources", "publishedAt", "{ within: {} }", false },
        { "sources", "publishedAt", "{ overlaps: {} }", false },
        { "sources", "publishedAt", "{ known: false }", true },
        { "sources", "publishedAt", "{ precision: { eq: DAY } }", false },
        { "sources", "publishedAt", "{ precision: { neq: DAY } }", true },
        { "vessels", "imo", "{ eq: null }", true },
        { "vessels", "imo", "{ neq: null }", false },
        { "vessels", "imo", "{ and: [] }", true },
        { "vessels", "imo", "{ or: [] }", false },
        { "vessels", "imo", "{ or: [{ eq: \"9161003\" }, { neq: \"9161003\" }] }", true },
    };

    public static TheoryData<string, string> All => new()
    {
        { "{}", "all" },
        { "{ and: [] }", "all" },
        { "{ or: [] }", "none" },
        { "{ or: [{}] }", "all" },
        { "{ not: {} }", "none" },
        { "{ not: { or: [] } }", "all" },
        { "{ id: { in: [] } }", "none" },
        { "{ id: { nin: [] } }", "all" },
        { "{ name: {} }", "all" },
        { "{ aliases: { any: true }, and: [{ aliases: { any: false } }] }", "none" },
        { "{ or: [{ aliases: { any: true } }, { aliases: { any: false } }] }", "all" },
        { "{ aliases: { all: { and: [] } } }", "all" },
        { "{ aliases: { some: { or: [] } } }", "none" },
        { "{ aliases: { any: false }, not: { aliases: { all: { eq: \"x\" } } } }", "none" },
        { "{ aliases: { any: false, some: {} } }", "none" },
        { "{ aliases: { all: { neq: null } } }", "all" },
        { "{ aliases: { some: { eq: null } } }", "none" },
        { "{ flag: null, not: { flag: null } }", "none" },
        { "{ or: [{ flag: null }, { flag: {} }] }", "all" },
    };

    public static TheoryData<string> Nulls =>
    [
        "{ and: null }", "{ or: null }", "{ not: null }", "{ name: null }", "{ aliases: null }", "{ deadweight: null }",
        "{ name: { in: null } }", "{ name: { nin: null } }", "{ name: { in: [null] } }", "{ name: { contains: null } }", "{ name: { nlte: null } }", "{ name: { and: null } }",
        "{ yearBuilt: { gt: null } }", "{ category: { in: [null] } }", "{ aliases: { some: null } }", "{ aliases: { any: null } }",
        "{ deadweight: { atLeast: null } }", "{ deadweight: { known: null } }", "{ deadweight: { unit: null } }", "{ deadweight: { possibly: null } }", "{ deadweight: { possibly: { from: null } } }",
        "{ belongsTo: { not: null } }",
    ];

    [Theory]
    [MemberData(nameof(Complements))]
    public async Task Negated_operator_is_the_complement_and_takes_missing_values(string type, string property, string positive, string negated, string value)
    {
        var all = await CountAsync(type, "{}");
        var missing = await CountAsync(type, $"{{ {property}: {{ eq: null }} }}");
        var matching = await CountAsync(type, $"{{ {property}: {{ {positive}: {value} }} }}");
        var others = await CountAsync(type, $"{{ {property}: {{ {negated}: {value} }} }}");
        var both = await CountAsync(type, $"{{ {property}: {{ eq: null, {negated}: {value} }} }}");

        Assert.InRange(missing, 1, all - 1);
        Assert.Equal(all, matching + others);
        Assert.Equal(missing, both);
        Assert.Equal(0, await CountAsync(type, $"{{ {property}: {{ eq: null }}, and: [{{ {property}: {{ {positive}: {value} }} }}] }}"));
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task Missing_value_matches_nothing_but_null_and_negations(string type, string property, string operators, bool matches)
    {
        var isMissing = property is "barrels" ? "{ known: false }" : "{ eq: null }";
        var missing = await CountAsync(type, $"{{ {property}: {isMissing} }}");

        var matching = await CountAsync(type, $"{{ {property}: {isMissing}, and: [{{ {property}: {operators} }}] }}");

        Assert.True(missing > 0);
        Assert.Equal(matches ? missing : 0, matching);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Empty_conditions_hold_for_everything_or_nothing(string where, string expected)
    {
        var all = await CountAsync("vessels", "{}");

        Assert.Equal(expected == "all" ? all : 0, await CountAsync("vessels", where));
    }

    [Theory]
    [MemberData(nameof(Nulls))]
    public async Task Null_is_refused_where_it_has_no_meaning(string where)
    {
        var answer = JsonNode.Parse(await TestApplication.Shared.ExecuteAsync($"{{ vessels(where: {where}) {{ totalCount }} }}", cancellationToken: TestContext.Current.CancellationToken))!;

        Assert.Equal("BAD_USER_INPUT", (string?)answer["errors"]?[0]?["extensions"]?["code"]);
    }

    [Theory]
    [InlineData("{ denied: null }")]
    [InlineData("{ type: null }")]
    [InlineData("{ subject: null }")]
    [InlineData("{ source: { in: null } }")]
    [InlineData("{ not: { when: null } }")]
    public async Task Null_is_refused_where_it_has_no_meaning_for_a_fact(string where)
    {
        var answer = JsonNode.Parse(await TestApplication.Shared.ExecuteAsync($"{{ facts(where: {where}) {{ totalCount }} }}", cancellationToken: TestContext.Current.CancellationToken))!;

        Assert.Equal("BAD_USER_INPUT", (string?)answer["errors"]?[0]?["extensions"]?["code"]);
    }

    /// <summary>Which of a fact's several values an operator means: one that fits, or none that the negated one fits.</summary>
    [Theory]
    [InlineData("{ evidenceType: { eq: MEDIA }, and: [{ evidenceType: { neq: MEDIA } }] }", 0)]
    [InlineData("{ subject: { eq: \"loaded-at:osc-43-trips-2024--vostochny-port\" } }", 1)]
    [InlineData("{ type: { eq: LOADED_AT }, and: [{ subject: { eq: \"shipment:osc-43-trips-2024\" } }, { subject: { eq: \"port:vostochny-port\" } }] }", 1)]
    [InlineData("{ type: { eq: LOADED_AT }, subject: { eq: \"shipment:osc-43-trips-2024\", neq: \"port:vostochny-port\" } }", 0)]
    public async Task Fact_with_several_values_satisfies_an_operator_by_one_of_them(string where, int expected) => Assert.Equal(expected, await CountAsync("facts", where));

    [Fact]
    public async Task Unset_variable_drops_its_operator_and_null_does_not()
    {
        const string query = "query($imo: String, $name: String) { vessels(where: { imo: { eq: $imo }, name: { contains: $name } }) { totalCount } }";
        var all = await CountAsync("vessels", "{}");

        Assert.Equal(all, await TotalAsync(query, []));
        Assert.Equal(await CountAsync("vessels", "{ imo: { eq: null } }"), await TotalAsync(query, new() { ["imo"] = null }));
        Assert.Equal(1, await TotalAsync(query, new() { ["imo"] = "9161003" }));
    }

    [Fact]
    public async Task Confidence_is_compared_as_a_height()
    {
        var all = await CountAsync("shipments", "{}");
        var low = await CountAsync("shipments", "{ confidence: { eq: LOW } }");
        var high = await CountAsync("shipments", "{ confidence: { eq: HIGH } }");

        Assert.Equal(all, await CountAsync("shipments", "{ confidence: { gte: LOW } }"));
        Assert.Equal(all - low, await CountAsync("shipments", "{ confidence: { gte: MODERATE } }"));
        Assert.Equal(high, await CountAsync("shipments", "{ confidence: { gte: HIGH } }"));
        Assert.Equal(all - high, await CountAsync("shipments", "{ confidence: { lte: MODERATE } }"));
    }

    private static Task<int> CountAsync(string type, string where) => TotalAsync($"{{ {type}(where: {where}, first: 0) {{ totalCount }} }}", []);

    private static async Task<int> TotalAsync(string query, JsonObject variables)
    {
        var answer = await TestApplication.Shared.ExecuteAsync(query, variables, cancellationToken: TestContext.Current.CancellationToken);
        var data = JsonNode.Parse(answer)!["data"];
        Assert.True(data is not null, $"{query}\n{answer}");
        return (int)data.AsObject().Single().Value!["totalCount"]!;
    }
}
