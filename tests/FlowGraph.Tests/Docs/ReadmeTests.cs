using System.Text.Json.Nodes;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Docs;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string _path = Repository.PathOf("README.md");

    [Fact(Timeout = 60_000)]
    public async Task Operation_has_the_answer_that_is_shown()
    {
        var page = await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken);
        var (operation, _, _) = Block(page, "graphql", 0);
        var (_, start, end) = Block(page, "json", page.IndexOf("```graphql", StringComparison.Ordinal));

        var answer = await TestApplication.Shared.ExecuteAsync(operation, cancellationToken: TestContext.Current.CancellationToken);

        Golden.Match(_path, page[..start] + ReadableJson.Write(JsonNode.Parse(answer), width: 260) + "\n" + page[end..]);
    }

    [Fact]
    public void Links_lead_to_files_that_exist()
    {
        string[] pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Select(Repository.Relative)];

        Assert.All(pages, page => Assert.All(MarkdownLinks.Of(File.ReadAllText(Repository.PathOf(page.Split('/')))), link =>
        {
            var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page.Split('/')))!, link));
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{page}: {link}");
        }));
    }

    [Fact]
    public void Names_the_commands_that_set_it_up()
    {
        var page = File.ReadAllText(_path);

        Assert.Contains("dotnet run --project src/FlowGraph.Server\n", page, StringComparison.Ordinal);
        Assert.Contains("dotnet test\n", page, StringComparison.Ordinal);
    }

    private static (string Text, int Start, int End) Block(string page, string language, int from)
    {
        var start = page.IndexOf($"```{language}\n", from, StringComparison.Ordinal) + language.Length + 4;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        return (page[start..end], start, end);
    }
}
