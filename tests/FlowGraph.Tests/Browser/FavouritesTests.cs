using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Cypher;
using FlowGraph.TestKit;
using FlowGraph.TestKit.Browser;
using Xunit;

namespace FlowGraph.Tests.Browser;

public sealed class FavouritesTests
{
    [Fact]
    public void Audit_questions_are_the_programs_own()
    {
        var questions = AuditCypher.Questions(ShippedModel.Instance);
        foreach (var question in questions)
            Golden.Match(Path.Combine(BrowserKit.AuditFolder, FileName(question)), $"// {question.Title}\n// No row when all is well.\n{question.Text.ReplaceLineEndings("\n")}\n");

        Assert.Equal(questions.Length, Directory.GetFiles(BrowserKit.AuditFolder).Length);
    }

    [Fact]
    public void Zip_holds_the_folder()
    {
        var folder = BrowserKit.Favourites();
        if (Golden.Updates("zip"))
            File.WriteAllBytes(FavouritesZip.PathOfFile, FavouritesZip.Write(folder));

        var zip = FavouritesZip.Read(File.ReadAllBytes(FavouritesZip.PathOfFile));

        Assert.NotEmpty(folder);
        Assert.True(folder.SequenceEqual(zip), "favourites.zip and favourites/ differ. When the folder is right: UPDATE_GOLDEN=zip dotnet test");
    }

    [Fact]
    public void Zip_is_the_same_whenever_it_is_written() =>
        Assert.Equal(FavouritesZip.Write(BrowserKit.Favourites()), FavouritesZip.Write(BrowserKit.Favourites()));

    // Browser shows the first line without its slashes as the name of the favourite, as far as there is room, and knows folders of one level.
    [Fact]
    public void Every_file_lies_in_a_folder_and_begins_with_its_title()
    {
        var favourites = BrowserKit.Favourites();

        Assert.All(favourites, favourite =>
        {
            Assert.Equal(2, favourite.Place.Split('/').Length);
            Assert.EndsWith(".cypher", favourite.Place, StringComparison.Ordinal);
            Assert.True(favourite.Place.All(char.IsAscii), favourite.Place);
            Assert.Matches(favourite.Place.Contains("Audit", StringComparison.Ordinal) ? @"\A// \S[^\n]+\n" : @"\A// \S[^\n]{2,29}\n", favourite.Text);
            Assert.EndsWith("\n", favourite.Text, StringComparison.Ordinal);
        });
        Assert.Distinct(favourites.Select(favourite => favourite.Text.Split('\n')[0]));
    }

    [Fact]
    public void Every_parameter_is_set_by_a_favourite_and_each_such_favourite_is_needed()
    {
        var favourites = BrowserKit.Favourites();

        var set = favourites.Select(BrowserKit.ParameterOf).Where(parameter => parameter is not null).Select(parameter => parameter!.Value.Name);
        var used = favourites.Where(favourite => BrowserKit.ParameterOf(favourite) is null).SelectMany(BrowserKit.ParametersOf).Distinct();

        Assert.NotEmpty(set);
        Assert.Equal(used.Order(StringComparer.Ordinal), set.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_query_that_needs_a_parameter_says_so_in_its_title() =>
        Assert.All(BrowserKit.Favourites().Where(favourite => BrowserKit.ParameterOf(favourite) is null), favourite => Assert.All(
            BrowserKit.ParametersOf(favourite), name => Assert.Contains($"${name}", favourite.Text.Split('\n')[0], StringComparison.Ordinal)));

    // uncitedEdges → uncited-edges.cypher
    private static string FileName(AuditQuestion question) => string.Concat(question.Name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}")) + ".cypher";
}
