using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FlowGraph.Query.Api;

/// <summary>A CLR enum's members in the API's spelling: <c>AisDestination</c> → <c>AIS_DESTINATION</c>.</summary>
public static partial class EnumSpelling<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Spell(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(value => Spell(value.ToString()));

    public static string Of(T value) => Names[value];

    public static T Parse(string name) => Values[name];

    private static string Spell(string name) => WordStart().Replace(name, "$1_$2").ToUpperInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
