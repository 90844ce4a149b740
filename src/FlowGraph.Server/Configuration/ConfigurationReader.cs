using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Server.Configuration;

/// <summary>appsettings.json &lt; environment &lt; options of the command → checked options. All faults are named at once.</summary>
public static class ConfigurationReader
{
    public const string Prefix = "FLOWGRAPH_";

    public const string FileName = "appsettings.json";

    // Tests find their services by these; they are no configuration.
    private const string TestPrefix = "FLOWGRAPH_TEST_";

    private const string Logging = "Logging:";

    private const string Root = $"{nameof(FlowGraphOptions)}.";

    /// <param name="settings">The folder with appsettings.json; the file may be missing.</param>
    /// <param name="environment">All variables of the process.</param>
    /// <param name="overrides">Options of the command: name as typed, key, value.</param>
    /// <exception cref="ConfigurationException">With every fault.</exception>
    public static FlowGraphOptions Read(string settings, IEnumerable<KeyValuePair<string, string>> environment, IEnumerable<(string Option, string Key, string Value)> overrides)
    {
        var faults = new List<string>();
        var options = new FlowGraphOptions();
        var places = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var file = File(settings, faults);
        var variables = Prefixed(environment).ToList();
        Layer(options, [.. file.Where(entry => !IsLogging(entry.Key))], places, faults);
        List<Entry> named = [.. variables.Where(entry => !IsLogging(entry.Key)), .. overrides.Select(value => new Entry(value.Option, value.Key, value.Value))];
        Layer(options, named, places, faults);
        options.IsDatasetNamed = named.Exists(entry => entry.Key.Equals(nameof(FlowGraphOptions.Dataset), StringComparison.OrdinalIgnoreCase));
        faults.AddRange(file.Concat(variables).Where(IsWrongLevel).Select(entry => $"{entry.Name}: found {entry.Shown}, expected one of {string.Join(", ", Enum.GetNames<LogLevel>())}."));
        options.Telemetry.OpenTelemetry = OpenTelemetrySettings.Of(environment);
        faults.AddRange(options.Telemetry.OpenTelemetry.Faults());
        // A text that is no value was named above; the rules then see the default and have nothing to add.
        if (new FlowGraphOptionsValidator().Validate(null, options) is { Failed: true } result)
            faults.AddRange(result.Failures.Select(failure => Placed(failure, places)));
        return faults.Count == 0 ? options : throw new ConfigurationException(faults);
    }

    /// <summary>Variables of the section Logging, which the logging library itself reads.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> LoggingOf(IEnumerable<KeyValuePair<string, string>> environment) =>
        Prefixed(environment).Where(entry => IsLogging(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value));

    private static void Layer(FlowGraphOptions options, IReadOnlyList<Entry> entries, Dictionary<string, Entry> places, List<string> faults)
    {
        var origins = new List<string>();
        foreach (var entry in entries)
        {
            if (!ConfigurationKeys.Exists(entry.Key))
            {
                faults.Add($"{entry.Name}: there is no such setting.{(Suggestion.Near(entry.Key, ConfigurationKeys.All) is { } near ? $" Did you mean {entry.Spell(near)}?" : "")}");
                continue;
            }
            places[ConfigurationKeys.IsOrigin(entry.Key) ? ConfigurationKeys.Origins : entry.Key] = entry;
            if (ConfigurationKeys.IsOrigin(entry.Key))
                origins.Add(entry.Value);
            else if (ConfigurationKeys.Set(options, entry.Key, entry.Value) is { } fault)
                faults.Add($"{entry.Name}: found {entry.Shown}, {fault}.");
        }
        if (origins.Count > 0)
            options.Cors.Origins = origins;
    }

    private static List<Entry> File(string folder, List<string> faults)
    {
        var path = Path.Combine(folder, FileName);
        if (!System.IO.File.Exists(path))
            return [];
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(path, optional: false, reloadOnChange: false).Build();
            return
            [
                .. file.AsEnumerable().Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => new Entry($"{FileName}, {pair.Key}", pair.Key, pair.Value!)),
            ];
        }
        catch (InvalidDataException fault)
        {
            faults.Add($"{path}: {(fault.InnerException ?? fault).Message}");
            return [];
        }
    }

    private static IEnumerable<Entry> Prefixed(IEnumerable<KeyValuePair<string, string>> environment) => environment
        .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !pair.Key.StartsWith(TestPrefix, StringComparison.OrdinalIgnoreCase))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new Entry(pair.Key, pair.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), pair.Value));

    // The logging library throws where it finds another word.
    private static bool IsWrongLevel(Entry entry) =>
        IsLogging(entry.Key) && entry.Key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase) && !Enum.TryParse<LogLevel>(entry.Value, ignoreCase: true, out _);

    private static bool IsLogging(string key) => key.StartsWith(Logging, StringComparison.OrdinalIgnoreCase);

    // The rules say "Page: FlowGraphOptions.Limits.Page has to be …"; the user wrote FLOWGRAPH_Limits__Page.
    private static string Placed(string failure, Dictionary<string, Entry> places)
    {
        var sentence = failure[(failure.IndexOf(Root, StringComparison.Ordinal) + Root.Length)..];
        var end = sentence.IndexOf(' ', StringComparison.Ordinal);
        return places.TryGetValue(sentence[..end].Replace('.', ':'), out var entry) ? $"{entry.Name}: found {entry.Shown},{sentence[end..]}" : sentence;
    }

    /// <param name="Name">As the user wrote it.</param>
    private sealed record Entry(string Name, string Key, string Value)
    {
        /// <summary>An address may hold a password where none belongs, and then is not shown.</summary>
        public string Shown => Value.Contains('@', StringComparison.Ordinal) || Key.Equals(ConfigurationKeys.Redis, StringComparison.OrdinalIgnoreCase) ? "a value that may hold a password" : $"'{Value}'";

        public string Spell(string key) => Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix + key.Replace(":", "__", StringComparison.Ordinal) : key;
    }
}

/// <summary>The configuration is wrong; every fault has its own sentence.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
