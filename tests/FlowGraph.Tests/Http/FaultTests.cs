using System.Net.Http.Headers;
using FlowGraph.Server;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

public sealed class FaultTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Fault_of_ours_is_logged_under_the_id_that_the_client_sees_and_nothing_else_is_told(string accept)
    {
        // It has no store, which no request may ever meet.
        await using var server = new TestServer { Stores = new StoreHolder() };
        await server.InitializeAsync();

        var response = await server.PostAsync("{ release { id } }", accept: accept);

        Assert.Equal((200, "INTERNAL", "Something went wrong on our side; the log has it under this id."), (response.Status, response.Code, response.Message));
        Assert.Equal(MediaTypeHeaderValue.Parse(accept).MediaType, response.MediaType);
        Assert.DoesNotContain("before there was a store", response.Text, StringComparison.Ordinal);
        var logged = Assert.Single(server.Errors);
        Assert.Contains((string)response.Extensions!["id"]!, logged, StringComparison.Ordinal);
        Assert.Contains("before there was a store", logged, StringComparison.Ordinal);
    }
}
