using System.Globalization;

namespace FlowGraph.Server.Configuration;

/// <summary>Every key that exists, and how its text becomes a value. Sections are joined by a colon.</summary>
internal static class ConfigurationKeys
{
    private static readonly Dictionary<string, Func<FlowGraphOptions, string, string?>> _keys = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(FlowGraphOptions.Store)] = Text((options, text) => options.Store = text),
        [nameof(FlowGraphOptions.Dataset)] = Text((options, text) => options.Dataset = text),
        [nameof(FlowGraphOptions.Urls)] = Text((options, text) => options.Urls = text),
        [nameof(FlowGraphOptions.PublicUrl)] = Text((options, text) => options.PublicUrl = text.Length == 0 ? null : text),
        [nameof(FlowGraphOptions.Introspection)] = Switch((options, value) => options.Introspection = value),
        [nameof(FlowGraphOptions.Graphiql)] = Switch((options, value) => options.Graphiql = value),
        [Telemetry(nameof(TelemetryOptions.Metrics))] = Switch((options, value) => options.Telemetry.Metrics = value),
        [Telemetry(nameof(TelemetryOptions.RequestLog))] = Switch((options, value) => options.Telemetry.RequestLog = value),
        [Telemetry(nameof(TelemetryOptions.ServerTiming))] = Switch((options, value) => options.Telemetry.ServerTiming = value),
        [Neo4j(nameof(Neo4jOptions.Url))] = Text((options, text) => options.Neo4j.Url = text.Length == 0 ? null : text),
        [Neo4j(nameof(Neo4jOptions.Database))] = Text((options, text) => options.Neo4j.Database = text),
        [Neo4j(nameof(Neo4jOptions.User))] = Text((options, text) => options.Neo4j.User = text),
        [Neo4j(nameof(Neo4jOptions.Password))] = (options, text) =>
        {
            options.Neo4j.Password = text.Length == 0 ? null : text;
            return null;
        },
        [Neo4j(nameof(Neo4jOptions.PasswordFile))] = Text((options, text) => options.Neo4j.PasswordFile = text.Length == 0 ? null : text),
        [$"{nameof(FlowGraphOptions.Import)}:{nameof(ImportOptions.OneTransaction)}"] = Number((options, value) => options.Import.OneTransaction = value),
        [$"{nameof(FlowGraphOptions.Cache)}:{nameof(CacheOptions.Megabytes)}"] = Number((options, value) => options.Cache.Megabytes = value),
        [Redis] = Text((options, text) => options.Redis.Configuration = text.Length == 0 ? null : text),
        [Persisted(nameof(PersistedDocumentOptions.Folder))] = Text((options, text) => options.PersistedDocuments.Folder = text.Length == 0 ? null : text),
        [Persisted(nameof(PersistedDocumentOptions.Only))] = Switch((options, value) => options.PersistedDocuments.Only = value),
        [Limit(nameof(LimitOptions.Body))] = Number((options, value) => options.Limits.Body = value),
        [Limit(nameof(LimitOptions.Tokens))] = Number((options, value) => options.Limits.Tokens = value),
        [Limit(nameof(LimitOptions.Repeats))] = Number((options, value) => options.Limits.Repeats = value),
        [Limit(nameof(LimitOptions.Aliases))] = Number((options, value) => options.Limits.Aliases = value),
        [Limit(nameof(LimitOptions.WhereDepth))] = Number((options, value) => options.Limits.WhereDepth = value),
        [Limit(nameof(LimitOptions.OrderDepth))] = Number((options, value) => options.Limits.OrderDepth = value),
        [Limit(nameof(LimitOptions.Cost))] = Number((options, value) => options.Limits.Cost = value),
        [Limit(nameof(LimitOptions.In))] = Number((options, value) => options.Limits.In = value),
        [Limit(nameof(LimitOptions.Concurrency))] = Number((options, value) => options.Limits.Concurrency = value),
        [Limit(nameof(LimitOptions.Queue))] = Number((options, value) => options.Limits.Queue = value),
        [Limit(nameof(LimitOptions.Wait))] = Number((options, value) => options.Limits.Wait = value),
        [Limit(nameof(LimitOptions.Connections))] = Number((options, value) => options.Limits.Connections = value),
        [Limit(nameof(LimitOptions.Selections))] = Number((options, value) => options.Limits.Selections = value),
        [Limit(nameof(LimitOptions.Depth))] = Number((options, value) => options.Limits.Depth = value),
        [Limit(nameof(LimitOptions.Page))] = Number((options, value) => options.Limits.Page = value),
        [Limit(nameof(LimitOptions.Ids))] = Number((options, value) => options.Limits.Ids = value),
        [Limit(nameof(LimitOptions.Hops))] = Number((options, value) => options.Limits.Hops = value),
        [Limit(nameof(LimitOptions.Chains))] = Number((options, value) => options.Limits.Chains = value),
        [Limit(nameof(LimitOptions.SubgraphHops))] = Number((options, value) => options.Limits.SubgraphHops = value),
        [Limit(nameof(LimitOptions.Subgraph))] = Number((options, value) => options.Limits.Subgraph = value),
        [Limit(nameof(LimitOptions.Text))] = Number((options, value) => options.Limits.Text = value),
        [Limit(nameof(LimitOptions.HubDegree))] = Number((options, value) => options.Limits.HubDegree = value),
        [Limit(nameof(LimitOptions.Response))] = Number((options, value) => options.Limits.Response = value),
        [Limit(nameof(LimitOptions.Seconds))] = Number((options, value) => options.Limits.Seconds = value),
    };

    public const string Redis = $"{nameof(FlowGraphOptions.Redis)}:{nameof(RedisOptions.Configuration)}";

    public const string Origins = $"{nameof(FlowGraphOptions.Cors)}:{nameof(CorsOptions.Origins)}";

    public static IEnumerable<string> All => _keys.Keys.Append($"{Origins}:0");

    /// <summary>The items of the list of origins; a layer that has any replaces the list of the layers below it.</summary>
    public static bool IsOrigin(string key) =>
        key.StartsWith(Origins + ":", StringComparison.OrdinalIgnoreCase) && int.TryParse(key.AsSpan(Origins.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public static bool Exists(string key) => IsOrigin(key) || _keys.ContainsKey(key);

    /// <returns>What is wrong with the text, as the end of a sentence; null when it was taken.</returns>
    public static string? Set(FlowGraphOptions options, string key, string text) => _keys[key](options, text);

    private static string Neo4j(string name) => $"{nameof(FlowGraphOptions.Neo4j)}:{name}";

    private static string Persisted(string name) => $"{nameof(FlowGraphOptions.PersistedDocuments)}:{name}";

    private static string Telemetry(string name) => $"{nameof(FlowGraphOptions.Telemetry)}:{name}";

    private static string Limit(string name) => $"{nameof(FlowGraphOptions.Limits)}:{name}";

    private static Func<FlowGraphOptions, string, string?> Text(Action<FlowGraphOptions, string> set) => (options, text) =>
    {
        set(options, text.Trim());
        return null;
    };

    private static Func<FlowGraphOptions, string, string?> Switch(Action<FlowGraphOptions, bool> set) => (options, text) =>
    {
        if (!bool.TryParse(text, out var value))
            return "expected true or false";
        set(options, value);
        return null;
    };

    private static Func<FlowGraphOptions, string, string?> Number(Action<FlowGraphOptions, int> set) => (options, text) =>
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return "expected a whole number";
        set(options, value);
        return null;
    };
}
