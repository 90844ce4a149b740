namespace FlowGraph.Server.Configuration;

/// <summary>What the server tells of itself.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether /metrics is served.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>Whether each request is a line on standard error.</summary>
    public bool RequestLog { get; set; } = true;

    /// <summary>Whether answers say how long their stages took.</summary>
    public bool ServerTiming { get; set; }

    /// <summary>Where traces go to, and how: the variables that every OpenTelemetry program reads.</summary>
    public OpenTelemetrySettings OpenTelemetry { get; set; } = OpenTelemetrySettings.None;
}

/// <param name="Variables">OTEL_… of the environment.</param>
public sealed record OpenTelemetrySettings(IReadOnlyDictionary<string, string> Variables)
{
    private const string Prefix = "OTEL_";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public static OpenTelemetrySettings None { get; } = new(new Dictionary<string, string>());

    /// <summary>Traces are sent where somebody said where to.</summary>
    public bool HasEndpoint => Variables.ContainsKey(Endpoint) || Variables.ContainsKey(TracesEndpoint);

    public static OpenTelemetrySettings Of(IEnumerable<KeyValuePair<string, string>> environment) => new(environment
        .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && variable.Value.Length > 0)
        .ToDictionary(variable => variable.Key, variable => variable.Value));

    /// <summary>The library would go on without traces and tell nobody.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var name in (string[])[Endpoint, TracesEndpoint])
        {
            if (Variables.TryGetValue(name, out var text) && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                yield return $"{name}: found {(text.Contains('@', StringComparison.Ordinal) ? "a value that may hold a password" : $"'{text}'")}, has to be the address of an OpenTelemetry collector such as http://127.0.0.1:4317.";
        }
        foreach (var name in (string[])["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"])
        {
            if (Variables.TryGetValue(name, out var text) && text is not ("grpc" or "http/protobuf"))
                yield return $"{name}: found '{text}', has to be grpc or http/protobuf.";
        }
    }
}
