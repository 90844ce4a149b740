using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace FlowGraph.TestKit.Browser;

/// <summary>A query that a researcher runs by a click, and where it stands.</summary>
public sealed record KitQuery(string Place, string Text)
{
    public override string ToString() => Place;
}

/// <summary>The kit for Neo4j Browser, read from its files as Browser reads them.</summary>
public static partial class BrowserKit
{
    public static string Folder { get; } = Repository.PathOf("schema", "browser");

    public static string GuideFile { get; } = Path.Combine(Folder, "guide.html");

    public static string FavouritesFolder { get; } = Path.Combine(Folder, "favourites");

    public static string AuditFolder { get; } = Path.Combine(FavouritesFolder, "FlowGraph 7 Audit");

    /// <summary>The slides, each with what can be clicked on it.</summary>
    public static ImmutableArray<ImmutableArray<KitQuery>> Slides()
    {
        var text = File.ReadAllText(GuideFile);
        return
        [
            .. SlideElement().Matches(text).Select((slide, number) => (ImmutableArray<KitQuery>)
            [
                .. RunnableElement().Matches(slide.Groups["content"].Value).Select((query, place) =>
                    new KitQuery($"guide.html, slide {number + 1}, query {place + 1}", WebUtility.HtmlDecode(query.Groups["content"].Value).Trim())),
            ]),
        ];
    }

    /// <summary>Every favourite, in the order of Browser's list.</summary>
    public static ImmutableArray<KitQuery> Favourites() =>
    [
        .. Directory.EnumerateFiles(FavouritesFolder, "*", SearchOption.AllDirectories)
            .Select(path => new KitQuery(Path.GetRelativePath(FavouritesFolder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Place, StringComparer.Ordinal),
    ];

    /// <summary>The value that a favourite gives a parameter, or null: most favourites ask something.</summary>
    public static (string Name, string Value)? ParameterOf(KitQuery favourite) =>
        ParameterCommand().Match(favourite.Text) is { Success: true } command ? (command.Groups["name"].Value, command.Groups["value"].Value) : null;

    /// <summary>The parameters that a query needs.</summary>
    public static IEnumerable<string> ParametersOf(KitQuery query) =>
        query.Text.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => ParameterUse().Matches(line)).Select(use => use.Groups["name"].Value).Distinct();

    [GeneratedRegex("<slide[^>]*>(?<content>.*?)</slide>", RegexOptions.Singleline)]
    private static partial Regex SlideElement();

    [GeneratedRegex("""<pre\b[^>]*\brunnable\b[^>]*>(?<content>.*?)</pre>""", RegexOptions.Singleline)]
    private static partial Regex RunnableElement();

    [GeneratedRegex(@"^:param (?<name>\w+) => '(?<value>[^']*)'$", RegexOptions.Multiline)]
    private static partial Regex ParameterCommand();

    [GeneratedRegex(@"\$(?<name>\w+)")]
    private static partial Regex ParameterUse();
}
