using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace FlowGraph.Tests.Pages;

/// <summary>A page as a browser would read it.</summary>
internal sealed record ShownPage(HttpStatusCode Status, IHtmlDocument Document)
{
    public string Heading => Document.QuerySelector("h1")!.TextContent;

    public IReadOnlyList<(string Text, IReadOnlyList<string> Links)> Footnotes =>
    [
        .. Document.QuerySelectorAll(".notes .note").Select(note => (
            note.TextContent,
            // The id of the source leads to its page here; in Markdown it is an id only.
            (IReadOnlyList<string>)[.. note.QuerySelectorAll("a").Where(link => link.QuerySelector("code") is null).Select(link => link.GetAttribute("href")!)])),
    ];

    public JsonNode StructuredData => JsonNode.Parse(Document.QuerySelector("script[type='application/ld+json']")!.TextContent)!;

    public static async Task<ShownPage> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public static async Task<ShownPage> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return new(response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>What would run, load from elsewhere, or be dropped by the policy.</summary>
    public IEnumerable<string> Dangers()
    {
        foreach (var element in Document.All)
        {
            if (element.LocalName is "iframe" or "object" or "embed" or "img" or "base" or "style" || element.LocalName == "script" && element.GetAttribute("type") != "application/ld+json")
                yield return element.OuterHtml;
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style")
                    yield return $"{attribute.Name}={attribute.Value}";
                if (attribute.Name is "href" or "src" or "action" && !IsHarmless(element, attribute.Value))
                    yield return $"{element.LocalName} {attribute.Name}={attribute.Value}";
            }
        }
    }

    private static bool IsHarmless(IElement element, string address) =>
        address is ['/', not '/', ..] or "/" or ['#', ..]
        || element.LocalName == "a" && address.StartsWith("http", StringComparison.Ordinal) && element.GetAttribute("rel") == "noreferrer noopener"
        || element is { LocalName: "link" } && element.GetAttribute("rel") == "canonical";
}
