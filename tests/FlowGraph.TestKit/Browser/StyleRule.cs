using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowGraph.TestKit.Browser;

/// <summary>One rule of the style sheet. Browser lets a later rule win over an earlier one, however they are worded.</summary>
/// <param name="Element"><c>node</c> or <c>relationship</c>.</param>
/// <param name="Type">Label or relationship type; empty for all.</param>
public sealed partial record StyleRule(string Element, string Type, FrozenDictionary<string, string> Properties)
{
    public string this[string property] => Properties[property];

    /// <summary>The rules; a line that is none is a fault, as Browser would read it into the selector that follows.</summary>
    public static ImmutableArray<StyleRule> ReadAll() =>
    [
        .. File.ReadAllLines(Path.Combine(BrowserKit.Folder, "style.grass")).Where(line => line.Length > 0).Select(line => Rule().Match(line) is { Success: true } rule
            ? new StyleRule(rule.Groups["element"].Value, rule.Groups["type"].Value, Parts(rule.Groups["properties"].Value))
            : throw new FormatException($"style.grass: found {line}, expected selector {{ property: value; … }}.")),
    ];

    /// <summary>What is seen of a node with these labels, or of a relationship of this type.</summary>
    public static FrozenDictionary<string, string> Look(IEnumerable<StyleRule> rules, string element, params string[] types)
    {
        var look = new Dictionary<string, string>();
        foreach (var rule in rules.Where(rule => rule.Element == element && (rule.Type.Length == 0 || types.Contains(rule.Type))))
        {
            foreach (var (name, value) in rule.Properties)
                look[name] = value;
        }
        return look.ToFrozenDictionary();
    }

    /// <summary>WCAG 2: 1 for equal colours, 21 for black on white.</summary>
    public static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int start)
    {
        var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static FrozenDictionary<string, string> Parts(string properties) => properties.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(property => property.Split(": ")).ToFrozenDictionary(parts => parts[0], parts => parts[1].Trim('\''));

    [GeneratedRegex(@"^(?<element>node|relationship)(\.(?<type>\w+))? \{ (?<properties>([\w-]+: [^;:]+; )+)\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
