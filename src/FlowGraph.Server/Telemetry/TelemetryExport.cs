using System.Reflection;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Server.Caching;
using FlowGraph.Server.Configuration;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowGraph.Server.Telemetry;

/// <summary>/metrics for Prometheus, and traces for a collector where one is named. Who listens to neither pays for neither.</summary>
internal static class TelemetryExport
{
    public const string Path = "/metrics";

    public static void AddTo(WebApplicationBuilder builder, TelemetryOptions options)
    {
        builder.Services.AddMetrics().AddSingleton<FlowGraphMetrics>();
        if (!options.Metrics && !options.OpenTelemetry.HasEndpoint)
            return;
        // The library reads its variables from here.
        builder.Configuration.AddInMemoryCollection(options.OpenTelemetry.Variables.Select(variable => KeyValuePair.Create(variable.Key, (string?)variable.Value)));
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(options.OpenTelemetry.Variables.GetValueOrDefault("OTEL_SERVICE_NAME", "flowgraph"), serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion));
        if (options.Metrics)
            telemetry.WithMetrics(AddMetrics);
        if (options.OpenTelemetry.HasEndpoint)
            telemetry.WithTracing(AddTraces);
    }

    private static void AddMetrics(MeterProviderBuilder metrics) => metrics
        .AddMeter(FlowGraphMetrics.MeterName, StatementTexts.MeterName, SharedCache.Meter, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
        .AddPrometheusExporter();

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(GraphQLSpans.SourceName, StatementTexts.MeterName)
        .AddAspNetCoreInstrumentation(http => http.Filter = context => !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments(Path))
        .AddOtlpExporter();
}
