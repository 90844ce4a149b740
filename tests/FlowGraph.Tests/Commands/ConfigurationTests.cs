using FlowGraph.Server.Configuration;
using FlowGraph.TestKit;
using Xunit;

namespace FlowGraph.Tests.Commands;

public sealed class ConfigurationTests
{
    private static readonly KeyValuePair<string, string>[] _nothing = [];

    [Fact]
    public void Shipped_settings_are_the_defaults()
    {
        var shipped = ConfigurationReader.Read(AppContext.BaseDirectory, _nothing, []);
        var defaults = new FlowGraphOptions();

        Assert.Equal((defaults.Store, defaults.Dataset, defaults.Urls, defaults.PublicUrl), (shipped.Store, shipped.Dataset, shipped.Urls, shipped.PublicUrl));
        Assert.Equal(defaults.Limits.ToQueryLimits(), shipped.Limits.ToQueryLimits());
        Assert.Equal(defaults.Limits.ToDocumentLimits(), shipped.Limits.ToDocumentLimits());
        Assert.Equal(defaults.Limits.Body, shipped.Limits.Body);
        Assert.Equal(defaults.Cors.Origins, shipped.Cors.Origins);
        Assert.False(shipped.IsDatasetNamed);
    }

    [Fact]
    public void Every_limit_is_set_by_its_name_and_named_in_the_readme()
    {
        var limits = typeof(LimitOptions).GetProperties();
        var row = File.ReadLines(Repository.PathOf("README.md")).Single(line => line.StartsWith("| `Limits__", StringComparison.Ordinal));
        foreach (var limit in limits)
        {
            var value = limit.Name is nameof(LimitOptions.Body) or nameof(LimitOptions.Response) ? 2048 : 3;

            var options = ConfigurationReader.Read(AppContext.BaseDirectory, [new($"FLOWGRAPH_Limits__{limit.Name}", $"{value}")], []);
            var fault = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(AppContext.BaseDirectory, [new($"FLOWGRAPH_Limits__{limit.Name}", "-1")], []));

            Assert.Equal(value, limit.GetValue(options.Limits));
            Assert.StartsWith($"FLOWGRAPH_Limits__{limit.Name}: found '-1', has to be a whole number from ", Assert.Single(fault.Faults), StringComparison.Ordinal);
            Assert.Matches($"`(Limits__)?{limit.Name}`", row);
        }
    }

    [Fact]
    public void Environment_wins_over_the_file_and_options_over_both()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "PublicUrl": "https://file.example", "Dataset": "file", "Limits": { "Page": 10, "Ids": 20 } }""");

        var options = ConfigurationReader.Read(folder.Path, [new("FLOWGRAPH_Limits__Page", "30"), new("flowgraph_dataset", "environment")], [("--dataset", "Dataset", "option")]);

        Assert.Equal(("https://file.example", "option", 30, 20), (options.PublicUrl, options.Dataset, options.Limits.Page, options.Limits.Ids));
        Assert.True(options.IsDatasetNamed);
    }

    [Fact]
    public void Origins_of_the_environment_replace_the_list()
    {
        var options = ConfigurationReader.Read(AppContext.BaseDirectory, [new("FLOWGRAPH_Cors__Origins__0", "https://a.example"), new("FLOWGRAPH_Cors__Origins__1", "https://b.example")], []);

        Assert.Equal(["https://a.example", "https://b.example"], options.Cors.Origins);
    }

    [Fact]
    public void Faults_of_the_file_are_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), """{ "Stor": "embedded", "Limits": { "Depth": 0 }, "Logging": { "LogLevel": { "Default": "Warning" } } }""");

        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(folder.Path, _nothing, []));

        Assert.Equal(
            ["appsettings.json, Stor: there is no such setting. Did you mean Store?", "appsettings.json, Limits:Depth: found '0', has to be a whole number from 1 to 100."],
            fault.Faults);
    }

    [Fact]
    public void What_libraries_would_throw_at_or_pass_over_is_named_like_any_other_fault()
    {
        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(AppContext.BaseDirectory,
            [
                new("FLOWGRAPH_Logging__LogLevel__Default", "Loud"), new("FLOWGRAPH_Telemetry__RequestLog", "yes"), new("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"),
                new("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "ftp://user:secret@collector"), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"),
            ], []));

        Assert.Equal(
            [
                "FLOWGRAPH_Telemetry__RequestLog: found 'yes', expected true or false.",
                "FLOWGRAPH_Logging__LogLevel__Default: found 'Loud', expected one of Trace, Debug, Information, Warning, Error, Critical, None.",
                "OTEL_EXPORTER_OTLP_ENDPOINT: found 'collector:4317', has to be the address of an OpenTelemetry collector such as http://127.0.0.1:4317.",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: found a value that may hold a password, has to be the address of an OpenTelemetry collector such as http://127.0.0.1:4317.",
                "OTEL_EXPORTER_OTLP_PROTOCOL: found 'http/json', has to be grpc or http/protobuf.",
            ],
            fault.Faults);
    }

    [Fact]
    public void File_that_is_no_json_is_one_fault()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), "{ \"Store\": ");

        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(folder.Path, _nothing, []));

        Assert.Contains("appsettings.json", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Logging_is_left_to_its_library() =>
        Assert.NotNull(ConfigurationReader.Read(AppContext.BaseDirectory, [new("FLOWGRAPH_Logging__LogLevel__Default", "Debug")], []));

    [Theory]
    [InlineData("http://localhost:*", "http://localhost:1234", true)]
    [InlineData("http://localhost:*", "http://localhost", true)]
    [InlineData("http://localhost:*", "https://localhost:1234", false)]
    [InlineData("http://localhost:*", "http://localhost.example:1234", false)]
    [InlineData("https://example.org", "https://example.org", true)]
    [InlineData("https://example.org", "https://example.org:8443", false)]
    [InlineData("https://example.org", "null", false)]
    [InlineData("*", "https://anything.example", true)]
    public void Origin_is_admitted_or_not(string allowed, string origin, bool admitted) => Assert.Equal(admitted, new AllowedOrigins([allowed]).Admits(origin));

    [Fact]
    public void Default_dataset_is_found_from_anywhere_and_a_named_one_only_where_it_is_named()
    {
        var elsewhere = Path.GetTempPath();
        var shipped = Repository.PathOf("data", "oil-for-troops");

        Assert.Equal(shipped, DatasetFolder.Find("data/oil-for-troops", named: false, Repository.Root, elsewhere));
        Assert.Equal(shipped, DatasetFolder.Find("data/oil-for-troops", named: false, elsewhere, AppContext.BaseDirectory));
        Assert.Null(DatasetFolder.Find("data/oil-for-troops", named: true, elsewhere, AppContext.BaseDirectory));
        Assert.Equal(shipped, DatasetFolder.Find("oil-for-troops", named: true, Repository.PathOf("data"), elsewhere));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("flowgraph-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
