using System.Text;

namespace FlowGraph.Model.Structure.Reading;

/// <summary>Names in other spellings, and the forms that names must have.</summary>
internal static class Naming
{
    /// <summary><c>MilitaryUnit</c> → <c>MILITARY_UNIT</c></summary>
    public static string Screaming(string pascal)
    {
        var name = new StringBuilder();
        for (var i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && char.IsUpper(pascal[i]) && (!char.IsUpper(pascal[i - 1]) || i + 1 < pascal.Length && char.IsLower(pascal[i + 1])))
                name.Append('_');
            name.Append(char.ToUpperInvariant(pascal[i]));
        }

        return name.ToString();
    }

    /// <summary><c>CARRIED_BY</c> → <c>carried-by</c></summary>
    public static string Kebab(string screaming) => screaming.ToLowerInvariant().Replace('_', '-');

    /// <summary><c>MilitaryUnit</c> → <c>militaryUnit</c></summary>
    public static string Camel(string pascal) => pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];

    public static bool IsPascal(string name) => name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    public static bool IsCamel(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    public static bool IsScreaming(string name) =>
        name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    public static bool IsLabel(string name) =>
        name.TrimStart('_') is { Length: > 0 } rest && char.IsAsciiLetter(rest[0]) && rest.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
