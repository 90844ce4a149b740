using System.Collections.Immutable;
using FlowGraph.Neo4j.Client;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.IntegrationTests.Browser;

/// <summary>Every query of the kit for Neo4j Browser, asked of a server that holds the shipped release.</summary>
[Collection("Neo4j")]
public sealed class KitQueryTests(Neo4jFixture neo4j)
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(30);

    [Fact(Timeout = 300_000)]
    public async Task Every_query_finds_something_and_every_audit_question_nothing()
    {
        var favourites = BrowserKit.Favourites();
        ImmutableArray<CypherParameter> values = [.. favourites.Select(BrowserKit.ParameterOf).Where(value => value is not null).Select(value => new CypherParameter(value!.Value.Name, value.Value.Value))];
        var queries = BrowserKit.Slides().SelectMany(slide => slide).Concat(favourites.Where(favourite => BrowserKit.ParameterOf(favourite) is null)).ToList();
        using var database = await neo4j.ShippedDatabaseAsync(TestContext.Current.CancellationToken);

        var wrong = new List<string>();
        foreach (var query in queries)
        {
            if (await FaultAsync(database, query, values) is { } fault)
                wrong.Add($"{query.Place}: {fault}");
        }

        Assert.True(queries.Count > 30);
        Assert.Empty(wrong);
    }

    private static async Task<string?> FaultAsync(TestDatabase database, KitQuery query, ImmutableArray<CypherParameter> values)
    {
        try
        {
            using var answer = await database.Client.RunAsync(new(query.Text, values), AccessMode.Read, _deadline, TestContext.Current.CancellationToken);
            var (rows, isAudit) = (answer.Rows.GetArrayLength(), query.Place.Contains("Audit", StringComparison.Ordinal));
            return rows > 0 == isAudit ? $"{rows} rows" : null;
        }
        catch (Neo4jException refused)
        {
            return refused.Message;
        }
    }
}
