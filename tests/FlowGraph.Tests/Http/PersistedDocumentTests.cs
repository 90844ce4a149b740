using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Http;

/// <summary>Documents that are known by a hash: from a folder, or because somebody sent them once.</summary>
public sealed class PersistedDocumentTests : IAsyncLifetime
{
    private const string Vessels = "query Vessels($n: Int = 2) { vessels(first: $n) { nodes { id name } } }";
    private const string Ports = "query Ports {\n  ports(first: 2) { nodes { id } }\n}";
    private const string Free = "{ ports(first: 1) { nodes { id } } }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowgraph-manifests-");
    private readonly List<TestServer> _servers = [];

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("apollo.json", new JsonObject
        {
            ["format"] = "apollo-persisted-query-manifest",
            ["version"] = 1,
            ["operations"] = new JsonArray(new JsonObject { ["id"] = Sha256(Vessels), ["name"] = "Vessels", ["type"] = "query", ["body"] = Vessels }),
        });
        await WriteAsync("relay.json", new JsonObject { [Md5(Ports)] = Ports });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_document_is_asked_by_its_id_over_get_and_post()
    {
        var server = await StartAsync(only: false);
        var id = "sha256:" + Sha256(Vessels);

        var expected = (await server.PostAsync(Vessels, new JsonObject { ["n"] = 3 })).Text;
        var got = await server.GetAsync($"/graphql?documentId={id}&variables=%7B%22n%22:3%7D");
        var posted = await PostAsync(server, new JsonObject { ["documentId"] = id, ["variables"] = new JsonObject { ["n"] = 3 }, ["query"] = null });
        var named = await PostAsync(server, new JsonObject { ["documentId"] = id, ["operationName"] = "Vessels", ["variables"] = new JsonObject { ["n"] = 3 } });

        Assert.StartsWith("""{"data":{"vessels":{"nodes":[{"id":""", expected, StringComparison.Ordinal);
        Assert.Equal([expected, expected, expected], [got.Text, posted.Text, named.Text]);
    }

    [Fact]
    public async Task An_id_may_be_written_as_its_manifest_has_it()
    {
        var server = await StartAsync(only: false);
        string[] ids = [Md5(Ports), Sha256(Ports), "sha256:" + Sha256(Ports), Sha256(Vessels)];

        foreach (var id in ids)
            Assert.True((await server.GetAsync("/graphql?documentId=" + id)).HasData, id);
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("../../etc/passwd")]
    [InlineData("huge")]
    public async Task A_forged_id_is_not_found_whatever_it_looks_like(string id)
    {
        var server = await StartAsync(only: false);
        id = id == "huge" ? "sha256:" + new string('a', 8000) : id;

        var got = await server.GetAsync("/graphql?documentId=" + Uri.EscapeDataString(id), "application/graphql-response+json");
        var posted = await PostAsync(server, new JsonObject { ["documentId"] = id });

        Assert.Equal((400, "PERSISTED_DOCUMENT_NOT_FOUND"), (got.Status, got.Code));
        Assert.Equal((400, "PERSISTED_DOCUMENT_NOT_FOUND"), (posted.Status, posted.Code));
        Assert.True(got.Text.Length < 400, got.Text);
    }

    [Fact]
    public async Task One_way_to_name_a_document_is_enough()
    {
        var server = await StartAsync(only: false);

        var two = await PostAsync(server, new JsonObject { ["documentId"] = "sha256:" + Sha256(Vessels), ["query"] = Vessels });
        var number = await PostAsync(server, new JsonObject { ["documentId"] = 5 });
        var other = await PostAsync(server, new JsonObject { ["documentId"] = "sha256:" + Sha256(Vessels), ["operationName"] = "Others" });

        Assert.Equal(["BAD_USER_INPUT", "BAD_USER_INPUT", "BAD_USER_INPUT"], [two.Code, number.Code, other.Code]);
    }

    [Fact]
    public async Task Only_the_documents_of_the_folder_are_answered_when_that_is_wished()
    {
        var server = await StartAsync(only: true);

        var known = await server.GetAsync("/graphql?documentId=sha256:" + Sha256(Vessels));
        var byHash = await PostAsync(server, Automatic(Sha256(Vessels), null));
        TestResponse[] refused = [await server.PostAsync(Free), await server.PostAsync(Vessels), await PostAsync(server, Automatic(Sha256(Free), Free)), await server.GetAsync("/graphql?query=" + Uri.EscapeDataString(Free))];
        var unknown = await PostAsync(server, Automatic(Sha256(Free), null));

        Assert.True(known.HasData && byHash.HasData, known.Text + byHash.Text);
        Assert.All(refused, answer => Assert.Equal("PERSISTED_DOCUMENTS_ONLY", answer.Code));
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", unknown.Code);
    }

    [Fact]
    public async Task A_client_registers_a_document_by_sending_it_once_with_its_hash()
    {
        var server = await StartAsync(only: false);
        var extensions = Uri.EscapeDataString(Automatic(Sha256(Free), null)["extensions"]!.ToJsonString());

        var before = await server.GetAsync("/graphql?extensions=" + extensions);
        var sent = await PostAsync(server, Automatic(Sha256(Free), Free));
        var after = await server.GetAsync("/graphql?extensions=" + extensions);

        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_DOCUMENT_NOT_FOUND"), (before.Message, before.Code));
        Assert.True(sent.HasData, sent.Text);
        Assert.Equal(sent.Text, after.Text);
    }

    [Fact]
    public async Task A_hash_stands_for_nothing_but_its_own_valid_text()
    {
        var server = await StartAsync(only: false);

        var forged = await PostAsync(server, Automatic(Sha256(Free), Vessels));
        var invalid = await PostAsync(server, Automatic(Sha256("{ nothing }"), "{ nothing }"));
        var afterForged = await PostAsync(server, Automatic(Sha256(Free), null));
        var afterInvalid = await PostAsync(server, Automatic(Sha256("{ nothing }"), null));

        Assert.Equal(("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"), (forged.Code, invalid.Code));
        Assert.Equal(("PersistedQueryNotFound", "PersistedQueryNotFound"), (afterForged.Message, afterInvalid.Message));
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"*"}}""")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"*"}}""")]
    [InlineData("""{"persistedQuery":{"sha256Hash":"*"}}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"ABC"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":["*"]}}""")]
    [InlineData("""{"persistedQuery":[]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Extensions_that_are_none_are_refused(string extensions)
    {
        var server = await StartAsync(only: false);

        var response = await server.GetAsync("/graphql?extensions=" + Uri.EscapeDataString(extensions.Replace("*", Sha256(Free), StringComparison.Ordinal)), "application/graphql-response+json");

        Assert.Equal((400, "BAD_USER_INPUT"), (response.Status, response.Code));
    }

    private static JsonObject Automatic(string hash, string? query)
    {
        var body = new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } } };
        if (query is not null)
            body["query"] = query;
        return body;
    }

    private async Task<TestServer> StartAsync(bool only)
    {
        var server = new TestServer { Options = new FlowGraphOptions { PersistedDocuments = { Folder = _folder.FullName, Only = only } } };
        _servers.Add(server);
        await server.InitializeAsync();
        return server;
    }

    private static Task<TestResponse> PostAsync(TestServer server, JsonObject body) =>
        server.PostBytesAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json", "application/graphql-response+json");

    private Task WriteAsync(string name, JsonObject manifest) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), manifest.ToJsonString(), TestContext.Current.CancellationToken);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

#pragma warning disable CA5351 // Relay's compiler names documents by MD5; nothing is kept secret by it.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
