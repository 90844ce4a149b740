using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Wrong arguments of the timeline, the ledger and the sanction status: each is told with a code.</summary>
public sealed class InvestigationInputTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string, string, string> Inputs => new()
    {
        { "UNKNOWN_ID", "vessel:nobody", """{ timeline(scope: ["port:vostochny-port", "vessel:nobody"]) { totalCount } }""" },
        { "BAD_USER_INPUT", "expected a node", """{ timeline(scope: ["carried-by:voyage-2024-10-20-chon-ma-san--chon-ma-san"]) { totalCount } }""" },
        { "NOT_A_VALID_ID", "Vostochny", """{ timeline(scope: ["Vostochny"]) { totalCount } }""" },
        { "BAD_USER_INPUT", "VESSEL, which is no event", "{ timeline(types: [SHIPMENT, VESSEL]) { totalCount } }" },
        { "GRAPHQL_VALIDATION_FAILED", "VOYAGE", "{ timeline(types: [VOYAGE]) { totalCount } }" },
        { "BAD_USER_INPUT", "'from' is after its 'to'", """{ timeline(during: { from: "2024-12-31", to: "2024-01-01" }) { totalCount } }""" },
        { "BAD_USER_INPUT", "2024-13", """{ timeline(during: { from: "2024-13" }) { totalCount } }""" },
        { "LIMIT_PAGE", "201", "{ timeline(first: 201) { totalCount } }" },
        { "BAD_USER_INPUT", "-1", "{ timeline(first: -1) { totalCount } }" },
        { "BAD_USER_INPUT", "cursor", """{ timeline(after: "bm8gY3Vyc29y") { totalCount } }""" },
        { "UNKNOWN_ID", "state:atlantis", """{ oilLedger(exporter: "state:atlantis") { text } }""" },
        { "BAD_USER_INPUT", "expected a State", """{ oilLedger(importer: "vessel:angara") { text } }""" },
        { "BAD_USER_INPUT", "'from' is after its 'to'", """{ oilLedger(during: { from: "2024-12-31", to: "2024-01-01" }) { text } }""" },
        { "GRAPHQL_VALIDATION_FAILED", "DAY", "{ oilLedger(groupBy: DAY) { text } }" },
        { "UNKNOWN_ID", "org:nobody", """{ vessels { nodes { sanctionedOn(date: "2024-03-07", by: "org:nobody") } } }""" },
        { "BAD_USER_INPUT", "expected an Organization", """{ vessels { nodes { sanctionedOn(date: "2024-03-07", by: "state:russia") } } }""" },
        { "BAD_USER_INPUT", "2024-02-30", """{ vessels { nodes { sanctionedOn(date: "2024-02-30") } } }""" },
        { "BAD_USER_INPUT", "2024-03", """{ vessels { nodes { sanctionedOn(date: "2024-03") } } }""" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Are_refused_with_a_code_and_what_was_found(string code, string found, string query)
    {
        var answer = await server.PostAsync(query);

        Assert.Equal(code, answer.Code);
        Assert.Contains(found, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_where_a_scope_has_too_many_ids()
    {
        var answer = await server.PostAsync($"{{ timeline(scope: [{string.Join(", ", Enumerable.Repeat("\"port:vostochny-port\"", 101))}]) {{ totalCount }} }}");

        Assert.Equal("LIMIT_IDS", answer.Code);
    }
}
