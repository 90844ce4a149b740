using System.Xml.Linq;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Architecture;

/// <summary>Model ← Query ← {Embedded, Neo4j}, Model ← Import, all ← Server: what a project may refer to.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["FlowGraph.Model"] = [],
        ["FlowGraph.Query"] = ["FlowGraph.Model"],
        ["FlowGraph.Embedded"] = ["FlowGraph.Query"],
        ["FlowGraph.Import"] = ["FlowGraph.Model"],
        ["FlowGraph.Neo4j"] = ["FlowGraph.Query"],
        ["FlowGraph.Server"] = ["FlowGraph.Embedded", "FlowGraph.Import", "FlowGraph.Neo4j"],
    };

    public static TheoryData<string> Projects => [.. _arrows.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_refers_only_along_the_arrow(string project)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Equal(_arrows[project], references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_project_is_on_the_arrow()
    {
        var projects = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

        Assert.Equal(_arrows.Keys.Order(StringComparer.Ordinal), projects);
    }

    [Theory]
    [InlineData("FlowGraph.Query")]
    [InlineData("FlowGraph.Embedded")]
    [InlineData("FlowGraph.Neo4j")]
    [InlineData("FlowGraph.Import")]
    [InlineData("FlowGraph.Model")]
    public void Nothing_of_the_graphql_engine_is_below_the_server(string project)
    {
        var packages = Items(project, "PackageReference").ToList();
        var assemblies = System.Reflection.Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).ToList();

        // The parser of the model's text is no engine: it knows syntax only, and only the model uses it.
        Assert.DoesNotContain(packages, package => package.StartsWith("GraphQL", StringComparison.Ordinal) && !(package == "GraphQL-Parser" && project == "FlowGraph.Model"));
        Assert.DoesNotContain(assemblies, assembly => assembly.StartsWith("GraphQL", StringComparison.Ordinal) && !(assembly == "GraphQLParser" && project == "FlowGraph.Model"));
    }

    [Fact]
    public void Solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("FlowGraph.sln"));

        var projects = new[] { "src", "tests", "data" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)).Select(Repository.Relative);

        Assert.All(projects, project => Assert.Contains($"\"{project.Replace('/', '\\')}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_locks_its_packages()
    {
        var projects = new[] { "src", "tests", "data" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories));

        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), Repository.Relative(project)));
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Repository.PathOf("src", project, project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!);
}
