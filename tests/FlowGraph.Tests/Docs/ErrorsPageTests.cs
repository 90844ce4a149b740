using System.Reflection;
using System.Text.RegularExpressions;
using FlowGraph.Model.Diagnostics;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Docs;

/// <summary><c>docs/errors.md</c> and the codes say the same.</summary>
public sealed partial class ErrorsPageTests
{
    private static readonly string _page = File.ReadAllText(Repository.PathOf("docs", "errors.md"));

    private static IReadOnlyList<string> Codes { get; } =
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Every_code_has_its_row_once()
    {
        var rows = Rows().Select(row => row.Code).ToList();

        Assert.Distinct(rows);
        Assert.Empty(Codes.Except(rows));
        Assert.Empty(rows.Except(Codes));
    }

    [Fact]
    public void Every_row_says_what_it_means_and_what_to_do() =>
        Assert.All(Rows(), row => Assert.True(row is { Meaning.Length: > 10, Cure.Length: > 5 }, row.Code));

    private static IEnumerable<(string Code, string Meaning, string Cure)> Rows() =>
        Row().Matches(_page).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim(), match.Groups[3].Value.Trim()));

    [GeneratedRegex(@"^\| `([A-Z_]+)` \|([^|]*)\|([^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
