using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using StackExchange.Redis;
using Xunit;

namespace FlowGraph.IntegrationTests.Serving;

/// <summary>Two replicas with one Redis, a real one.</summary>
public sealed class SharedCacheTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    [Fact]
    public async Task What_one_replica_executed_the_other_answers_from_redis()
    {
        var (first, second) = (new WatchedStore(), new WatchedStore());
        await using var one = await Replica.StartAsync(redis.Require(), first);
        await using var other = await Replica.StartAsync(redis.Require(), second);
        var query = Unique("{ shipments(first: 50) { nodes { id caption citations { id } } } }");

        var here = await one.PostAsync(query);
        await StoredAsync(query);
        var there = await other.PostAsync(query);

        Assert.Equal(here, there);
        Assert.Equal((200, await TestApplication.Shared.ExecuteAsync(query, cancellationToken: TestContext.Current.CancellationToken)), (there.Status, there.Text));
        Assert.Equal((1, 0), (first.Executions, second.Executions));
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("damaged")]
    [InlineData("of another key")]
    [InlineData("of another program")]
    [InlineData("of another kind")]
    [InlineData("empty")]
    public async Task What_is_not_what_was_put_there_is_not_served(string what)
    {
        await using var one = await Replica.StartAsync(redis.Require(), new WatchedStore());
        var (query, foreign) = (Unique("{ vessels(first: 3) { nodes { id } } }"), Unique("{ ports(first: 3) { nodes { id } } }"));
        var expected = await one.PostAsync(query);
        await one.PostAsync(foreign);
        var (key, foreignKey) = (await StoredAsync(query), await StoredAsync(foreign));
        await using var connection = await ConnectAsync();
        var database = connection.GetDatabase();
        var bytes = (byte[])(await database.HashGetAsync(key, "data"))!;
        switch (what)
        {
            case "cut off":
                await database.HashSetAsync(key, "data", bytes[..^1]);
                break;
            case "damaged":
                bytes[^3] ^= 1;
                await database.HashSetAsync(key, "data", bytes);
                break;
            case "of another key":
                await database.HashSetAsync(key, "data", await database.HashGetAsync(foreignKey, "data"));
                break;
            case "of another program":
                await database.HashSetAsync(key, "data", "{\"data\":{\"vessels\":\"forged\"}}");
                break;
            case "of another kind":
                await database.StringSetAsync(key, "forged");
                break;
            case "empty":
                await database.HashSetAsync(key, "data", "");
                break;
        }
        var store = new WatchedStore();
        await using var other = await Replica.StartAsync(redis.Require(), store);

        var answer = await other.PostAsync(query);

        Assert.Equal(expected, answer);
        Assert.Equal(1, store.Executions);
    }

    [Fact]
    public async Task A_document_that_one_replica_was_sent_the_other_knows_by_its_hash()
    {
        await using var one = await Replica.StartAsync(redis.Require(), new WatchedStore());
        await using var other = await Replica.StartAsync(redis.Require(), new WatchedStore());
        var query = Unique("{ ports(first: 3) { nodes { id } } }");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

        var sent = await SendAsync(one, hash, query);
        var known = await SendAsync(other, hash, null);
        await using var connection = await ConnectAsync();
        await connection.GetDatabase().HashSetAsync("flowgraph:document:" + hash, "data", "forged");
        await using var third = await Replica.StartAsync(redis.Require(), new WatchedStore());
        var forged = await SendAsync(third, hash, null);

        Assert.True(sent.HasData, sent.Text);
        Assert.Equal(sent, known);
        Assert.Equal("PersistedQueryNotFound", forged.Message);
    }

    private static Task<TestResponse> SendAsync(TestServer server, string hash, string? query)
    {
        var body = new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } } };
        if (query is not null)
            body["query"] = query;
        return server.PostBytesAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json", null);
    }

    // No other test, and no other run against the same Redis, has asked this.
    private static string Unique(string query) => query.Replace("{ id", $"{{ a{Guid.NewGuid():N}: id", StringComparison.Ordinal);

    private async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(redis.Require().Configuration);

    /// <summary>An answer is sent before it is stored: waits until its key is there.</summary>
    private async Task<string> StoredAsync(string query)
    {
        await using var asking = await Replica.StartAsync(redis.Require(), new WatchedStore());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.Add("Accept", "application/graphql-response+json");
        using var response = await asking.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var key = "flowgraph:" + response.Headers.ETag!.Tag.Trim('"');
        await using var connection = await ConnectAsync();
        while (!await connection.GetDatabase().KeyExistsAsync(key))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        return key;
    }
}
