using Xunit;

namespace FlowGraph.TestKit;

/// <summary>Files that hold what is expected. UPDATE_GOLDEN=1 rewrites them all, UPDATE_GOLDEN=plan,json those with these endings; refused where CI is set.</summary>
public static class Golden
{
    private const string Variable = "UPDATE_GOLDEN";

    /// <summary>Compares <paramref name="found"/> with the file, byte for byte.</summary>
    public static void Match(string path, string found)
    {
        var kind = Path.GetExtension(path).TrimStart('.');
        if (Updates(kind))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, found);
            return;
        }
        var name = Repository.Relative(path);
        if (!File.Exists(path))
            Assert.Fail($"{name} is not there. {Advice(kind)}");
        var expected = File.ReadAllText(path);
        if (expected != found)
            Assert.Fail($"{name} differs. {Advice(kind)}\n{FirstDifference(expected, found)}");
    }

    /// <summary>Whether files of this ending are to be rewritten.</summary>
    public static bool Updates(string kind)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } asked)
            return false;
        Assert.True(Environment.GetEnvironmentVariable("CI") is null or "", $"{Variable} is refused where CI is set.");
        return asked == "1" || asked.Split(',').Contains(kind);
    }

    private static string Advice(string kind) => $"When the new text is right: {Variable}={kind} dotnet test";

    private static string FirstDifference(string expected, string found)
    {
        var (left, right) = (expected.Split('\n'), found.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        string[] report =
        [
            $"Line {line + 1}, after:",
            .. left[Math.Max(0, line - 4)..line].Select(text => "    " + text),
            "expected:",
            .. left[line..Math.Min(left.Length, line + 4)].Select(text => "  - " + text),
            "found:",
            .. right[line..Math.Min(right.Length, line + 4)].Select(text => "  + " + text),
        ];
        return string.Join('\n', report);
    }
}
