using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FlowGraph.Query.Api;

/// <summary>A CLR enum's members in the API's spelling: <c>AtLeast</c> → <c>AT_LEAST</c>.</summary>
public static partial class EnumSpelling
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The member of an accepted name.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => WordStart().Replace(value.ToString(), "$1_$2").ToUpperInvariant());

        public static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
