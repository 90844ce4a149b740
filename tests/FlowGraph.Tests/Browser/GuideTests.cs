using System.Text.RegularExpressions;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.Tests.Browser;

public sealed partial class GuideTests
{
    private static readonly string _text = File.ReadAllText(BrowserKit.GuideFile);

    [Fact]
    public void Has_seven_slides_each_with_something_to_run()
    {
        var slides = BrowserKit.Slides();

        Assert.Equal(7, slides.Length);
        Assert.All(slides, slide => Assert.NotEmpty(slide));
    }

    [Fact]
    public void No_query_of_it_is_overlooked() =>
        Assert.Equal(Regex.Count(_text, "runnable"), BrowserKit.Slides().Sum(slide => slide.Length));

    // A guide is read before anything is set.
    [Fact]
    public void Queries_need_no_parameter() =>
        Assert.All(BrowserKit.Slides().SelectMany(slide => slide), query => Assert.Empty(BrowserKit.ParametersOf(query)));

    // Browser takes scripts and what looks like a handler out of a guide, queries included.
    [Fact]
    public void Holds_nothing_that_Browser_takes_out()
    {
        Assert.DoesNotMatch(Handler(), _text);
        Assert.DoesNotContain("<script", _text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", _text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Elements_are_closed_in_order()
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(_text))
        {
            if (tag.Groups["end"].Length == 0)
                open.Push(tag.Groups["name"].Value);
            else
                Assert.Equal(open.Pop(), tag.Groups["name"].Value);
        }

        Assert.Empty(open);
    }

    [GeneratedRegex("""\s+(on[^\s=]+)[^\s=]*\s*=\s*("[^"]*"|'[^']*'|[\w\-.:]+\s*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("<(?<end>/?)(?<name>[a-z0-9]+)[^>]*>")]
    private static partial Regex Tag();
}
