using System.Net;
using FlowGraph.Neo4j.Client;
using FlowGraph.Neo4j.Http;
using Xunit;

namespace FlowGraph.IntegrationTests.Http;

/// <summary>What the client makes of answers; none of these tests needs a server.</summary>
public sealed class QueryApiClientTests
{
    private const string Secret = "s3cret-of-the-test";
    private const string Row = """{"data":{"fields":["1"],"values":[[1]]}}""";

    private static readonly CypherStatement _statement = new("RETURN 1");
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(10);

    [Fact(Timeout = 20_000)]
    public async Task Finds_an_error_behind_the_rows_of_an_accepted_request()
    {
        var fault = await FailureAsync(AccessMode.Write, (HttpStatusCode.Accepted, """{"data":{"fields":["x"],"values":[[1]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""), TestContext.Current.CancellationToken);

        Assert.Equal((Neo4jFault.Refused, "Neo.ClientError.Statement.ArithmeticError"), (fault.Fault, fault.Code));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(401, "Neo.ClientError.Security.Unauthorized", Neo4jFault.Unauthorized)]
    [InlineData(404, "Neo.ClientError.Database.DatabaseNotFound", Neo4jFault.UnknownDatabase)]
    [InlineData(400, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", Neo4jFault.ReadOnly)]
    [InlineData(202, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", Neo4jFault.Exhausted)]
    [InlineData(202, "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", Neo4jFault.TimedOut)]
    [InlineData(202, "Neo.ClientError.Transaction.Terminated", Neo4jFault.Refused)]
    public async Task Tells_faults_apart_by_their_code_and_does_not_try_again(int status, string code, Neo4jFault expected)
    {
        var fault = await FailureAsync(AccessMode.Read, ((HttpStatusCode)status, $$"""{"errors":[{"code":"{{code}}","message":"It failed.\nline two"}]}"""), TestContext.Current.CancellationToken);

        Assert.Equal(expected, fault.Fault);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(0, "")]
    [InlineData(202, """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"x"}]}""")]
    [InlineData(202, """{"data":{"fields":["x"],"values":[[1""")]
    public async Task Sends_a_read_and_a_repeatable_write_again_when_the_failure_may_pass(int status, string body)
    {
        foreach (var (access, statement) in ((AccessMode, CypherStatement)[])[(AccessMode.Read, _statement), (AccessMode.Write, _statement with { IsRepeatable = true })])
        {
            using var handler = new StubHandler(((HttpStatusCode)status, body), ((HttpStatusCode)status, body), (HttpStatusCode.Accepted, Row));
            using var client = Client(handler);

            using var answer = await client.RunAsync(statement, access, _deadline, TestContext.Current.CancellationToken);

            Assert.Equal(1, answer[0, 0].GetInt32());
            Assert.Equal(3, handler.Requests.Count);
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Sends_no_other_write_twice()
    {
        var fault = await FailureAsync(AccessMode.Write, (0, ""), TestContext.Current.CancellationToken);

        Assert.Equal(Neo4jFault.Unreachable, fault.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task Does_not_know_whether_a_commit_without_an_answer_was_done()
    {
        using var handler = new StubHandler((HttpStatusCode.Accepted, """{"transaction":{"id":"ab12"}}"""), (HttpStatusCode.Accepted, Row), (0, ""));
        using var client = Client(handler);
        await using var transaction = await client.BeginAsync(AccessMode.Write, _deadline, TestContext.Current.CancellationToken);
        using var answer = await transaction.RunAsync(_statement, TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => transaction.CommitAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.CommitUnknown, fault.Fault);
        Assert.Equal(["/db/neo4j/query/v2/tx", "/db/neo4j/query/v2/tx/ab12", "/db/neo4j/query/v2/tx/ab12/commit"], handler.Requests.Select(request => request.Path));
        Assert.Contains("\"maxExecutionTime\":10", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Rolls_back_what_is_not_committed()
    {
        using var handler = new StubHandler((HttpStatusCode.Accepted, """{"transaction":{"id":"ab12"}}"""), (HttpStatusCode.OK, "{}"));
        using var client = Client(handler);

        await using (await client.BeginAsync(AccessMode.Read, _deadline, TestContext.Current.CancellationToken))
            Assert.Single(handler.Requests);

        Assert.Equal((HttpMethod.Delete, "/db/neo4j/query/v2/tx/ab12"), (handler.Requests[1].Method, handler.Requests[1].Path));
    }

    [Fact]
    public void Address_is_printed_without_its_password() =>
        Assert.DoesNotContain(Secret, new Neo4jAddress(new("http://127.0.0.1:7474"), "neo4j", "neo4j", Secret).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(5, "5.0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1e21, "1E+21")]
    public void Floats_stay_floats(double number, string text) => Assert.Equal(text, JsonFloat.Text(number));

    [Theory]
    [InlineData("5.26.31", true)]
    [InlineData("5.27-aura", true)]
    [InlineData("2025.01.0", true)]
    [InlineData("5.25.1", false)]
    [InlineData("5.3.0", false)]
    [InlineData("4.4.40", false)]
    [InlineData("", false)]
    public void Version_is_new_enough_or_not(string version, bool isSupported) => Assert.Equal(isSupported, ServerCheck.IsSupported(version));

    [Theory(Timeout = 20_000)]
    [InlineData("""{"neo4j_version":"4.4.40","neo4j_edition":"community"}""", "is version 4.4.40; 5.26 or newer is needed.")]
    [InlineData("<html>", "does not speak Neo4j's Query API (HTTP 404)")]
    public async Task Server_without_the_query_api_is_refused_in_one_sentence(string page, string expected)
    {
        using var handler = new StubHandler((HttpStatusCode.NotFound, "Not found"), (HttpStatusCode.OK, page));
        using var client = Client(handler);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => ServerCheck.RunAsync(client, TestContext.Current.CancellationToken));

        Assert.Equal(Neo4jFault.UnsupportedServer, fault.Fault);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static QueryApiClient Client(StubHandler handler) => new(new(new("http://127.0.0.1:7474"), "neo4j", "neo4j", Secret), TimeProvider.System, handler);

    private static async Task<Neo4jException> FailureAsync(AccessMode access, (HttpStatusCode, string) answer, CancellationToken cancellationToken)
    {
        using var handler = new StubHandler(answer);
        using var client = Client(handler);
        return await Assert.ThrowsAsync<Neo4jException>(() => client.RunAsync(_statement, access, _deadline, cancellationToken));
    }
}
