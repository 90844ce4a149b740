using FlowGraph.Server.Commands;
using Xunit;

namespace FlowGraph.Tests.Commands;

/// <summary>Manifests with faults stop the program at its start, with all of them.</summary>
public sealed class ManifestTests : IDisposable
{
    private const string Good = "{ release { id } }";
    private const string GoodHash = "e1e03f5a8e1a3b4b";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowgraph-manifests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_fault_of_every_manifest_is_named()
    {
        var wrong = "{ nothing }";
        Write("a-broken.json", "{ \"x\": ");
        Write("b-list.json", "[]");
        Write("c-format.json", """{"format":"other"}""");
        Write("d-version.json", """{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}""");
        Write("e-apollo.json", $$$"""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"{{{Hash(Good)}}}","name":"Other","type":"query","body":"{{{Good}}}"},{"id":1}]}""");
        Write("f-relay.json", $$$"""{"{{{GoodHash}}}":"{{{Good}}}","{{{Hash(wrong)}}}":"{{{Good}}}","x{{{Hash(wrong)[1..]}}}":5}""");
        Write("g-invalid.json", $$$"""{"{{{Hash(wrong)}}}":"{{{wrong}}}"}""");
        Write("h-twice.json", $$$"""{"{{{Hash(Good)}}}":"{{{Good}}}","{{{Hash(Good)}}}":"{{{Good}}}"}""");
        Write("i-change.json", $$$"""{"{{{Hash("mutation { x }")}}}":"mutation { x }"}""");

        var run = await ServeAsync(("FLOWGRAPH_PersistedDocuments__Folder", _folder.FullName));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        string[] expected =
        [
            "a-broken.json: no valid JSON (line 1, byte ",
            "b-list.json: found Array, expected an object",
            "c-format.json, format: found \"other\", expected \"apollo-persisted-query-manifest\".",
            "d-version.json, version: found another one or none, expected 1.",
            "e-apollo.json, operations[0] (Other): ",
            "e-apollo.json, operations[1]: expected an object with the texts id, name, type and body.",
            $"f-relay.json, {GoodHash}: found the id '{GoodHash}', expected the SHA-256 or MD5 of the text in hexadecimal.",
            $"f-relay.json, {Hash(wrong)}: found the id '{Hash(wrong)}', expected {Hash(Good)}, the hash of its text.",
            $"f-relay.json, x{Hash(wrong)[1..]}: found Number, expected the text of a document.",
            $"g-invalid.json, {Hash(wrong)}: ",
            "Cannot query field 'nothing' on type 'Query'.",
            $"h-twice.json, {Hash(Good)}: the same document stands in these manifests twice.",
            "Found a mutation, expected a query",
        ];
        var error = run.Error.ReplaceLineEndings(" ");
        Assert.All(expected, sentence => Assert.Contains(sentence, error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "true", "FLOWGRAPH_PersistedDocuments__Only: found true without FLOWGRAPH_PersistedDocuments__Folder")]
    [InlineData("", "false", "holds no manifest with a document")]
    [InlineData("nowhere", "false", "FLOWGRAPH_PersistedDocuments__Folder: there is no folder")]
    public async Task A_folder_that_cannot_be_meant_is_refused(string? folder, string only, string sentence)
    {
        (string, string)[] environment = [("FLOWGRAPH_PersistedDocuments__Only", only)];
        if (folder is not null)
            environment = [.. environment, ("FLOWGRAPH_PersistedDocuments__Folder", Path.Combine(_folder.FullName, folder))];

        var run = await ServeAsync(environment);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(sentence, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redis_that_cannot_be_meant_is_refused_without_showing_its_password()
    {
        var run = await ServeAsync(("FLOWGRAPH_Redis__Configuration", "127.0.0.1:6379,password=secret,pasword=secret"), ("FLOWGRAPH_Cache__Megabytes", "-1"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        var error = run.Error.ReplaceLineEndings(" ");
        Assert.Contains("FLOWGRAPH_Redis__Configuration: found a value that may hold a password, has to be what StackExchange.Redis connects by", error, StringComparison.Ordinal);
        Assert.Contains("FLOWGRAPH_Cache__Megabytes: found '-1', has to be a whole number from 0 to", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    private static Task<CommandRun> ServeAsync(params (string Name, string Value)[] environment) =>
        CommandRun.OfAsync(["serve", "--urls", "http://127.0.0.1:0"], TestContext.Current.CancellationToken, environment: environment);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
