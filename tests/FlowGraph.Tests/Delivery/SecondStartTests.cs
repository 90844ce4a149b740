using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Delivery;

/// <summary>build/SecondStart.targets must not overlook what the program is built from.</summary>
public sealed class SecondStartTests
{
    private static readonly string _targets = File.ReadAllText(Repository.PathOf("build", "SecondStart.targets"));

    public static TheoryData<string> Projects => [.. Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Looks_whether_each_project_was_restored_with_these_packages(string project)
    {
        Assert.Contains($"ReadAllText('$(_Root)src/{project}/{project}.csproj')", _targets, StringComparison.Ordinal);
        Assert.Contains($"ReadAllText('$(_Root)src/{project}/packages.lock.json')", _targets, StringComparison.Ordinal);
        Assert.Contains($"Exists('$(_Obj){project}/project.assets.json')", _targets, StringComparison.Ordinal);
        Assert.Contains(project == "FlowGraph.Server" ? "flowgraph.dll;" : $"{project}.dll", _targets, StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_at_every_file_that_is_built_into_the_program()
    {
        string[] outside = ["../../schema/", "../../data/"];
        var included = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(line => line.Contains("Include=\"../../", StringComparison.Ordinal));

        Assert.All(included, line => Assert.Contains(outside, folder => line.Contains(folder, StringComparison.Ordinal)));
        Assert.Contains("$(_Root)src/**/*;$(_Root)schema/**/*", _targets, StringComparison.Ordinal);
    }
}
