using System.Runtime.CompilerServices;
using System.Text;

namespace FlowGraph.Query.Api;

/// <summary>A CLR enum's members in the API's spelling: <c>AtLeast</c> → <c>AT_LEAST</c>.</summary>
public static class EnumSpelling
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.All.ByNumber[Unsafe.BitCast<T, int>(value)];

    /// <summary>The member of an accepted name.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Unsafe.BitCast<int, T>(Names<T>.All.ByName[name]);

    private static Spelled Spell(int[] numbers, string[] members)
    {
        var spelled = new Spelled(new(numbers.Length), new(numbers.Length, StringComparer.Ordinal));
        for (var i = 0; i < numbers.Length; i++)
        {
            var name = Spell(members[i]);
            spelled.ByNumber.Add(numbers[i], name);
            spelled.ByName.Add(name, numbers[i]);
        }
        return spelled;
    }

    private static string Spell(string member)
    {
        var name = new StringBuilder();
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(member[i]) && !char.IsAsciiLetterUpper(member[i - 1]))
                name.Append('_');
            name.Append(char.ToUpperInvariant(member[i]));
        }
        return name.ToString();
    }

    // Keyed by numbers, not members: dictionaries of a type of their own for every enum took a tenth of the start.
    private sealed record Spelled(Dictionary<int, string> ByNumber, Dictionary<string, int> ByName);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Spelled All = Spell((int[])Enum.GetValuesAsUnderlyingType<T>(), Enum.GetNames<T>());
    }
}
