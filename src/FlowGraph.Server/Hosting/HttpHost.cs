using FlowGraph.Server.Caching;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.Health;
using FlowGraph.Server.Http;
using FlowGraph.Server.Pages;
using FlowGraph.Server.Persisted;
using FlowGraph.Server.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Net.Http.Headers;

namespace FlowGraph.Server.Hosting;

/// <summary>The web server around the endpoints.</summary>
public static class HttpHost
{
    // What runs when the process is asked to stop may finish within this time; with what comes before and after it stays within 20 seconds.
    private static readonly TimeSpan _drain = TimeSpan.FromSeconds(18);

    // The smallest ambient configuration there is: an empty builder reads no file and no variable of its own,
    // so that FLOWGRAPH_… and appsettings.json are all that decides.
    /// <param name="checks">What /health/ready depends on.</param>
    /// <param name="persisted">Documents that are known beforehand.</param>
    /// <param name="requestLog">Where lines about requests go to, unless they are switched off; null for nowhere.</param>
    public static WebApplication Build(
        Application application, StoreHolder stores, FlowGraphOptions options, Action<ILoggingBuilder> logging, Action<IHealthChecksBuilder> checks, PersistedDocuments? persisted = null, Stream? requestLog = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logging);
        ArgumentNullException.ThrowIfNull(checks);
        var origins = new AllowedOrigins(options.Cors.Origins);
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "flowgraph", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ConfigureKestrel(kestrel => ConnectionLimits.Apply(kestrel, options.Limits));
        builder.Services.AddRoutingCore().AddCors().AddSingleton<IHostLifetime, ForeignLifetime>().Configure<HostOptions>(host => host.ShutdownTimeout = _drain);
        var draining = new Draining();
        builder.Services.AddSingleton(draining);
        builder.Services.AddSingleton(_ => new RequestQueue(options.Limits));
        builder.Services.AddSingleton(stores).AddSingleton(options).AddSingleton<ExportEndpoints>().AddSingleton<PageEndpoints>();
        AnswerCompression.AddTo(builder.Services);
        ResponseCaching.AddTo(builder.Services, options);
        builder.Services.AddSingleton(application).AddSingleton(origins).AddSingleton(persisted ?? PersistedDocuments.None);
        builder.Services.AddSingleton(provider => new AutomaticDocuments(provider.GetService<SharedCache>()));
        builder.Services.AddSingleton(provider => new RequestedDocuments(
            application.Executor, provider.GetRequiredService<PersistedDocuments>(), provider.GetRequiredService<AutomaticDocuments>(), provider.GetRequiredService<RequestQueue>()));
        builder.Services.AddSingleton(provider => new GraphQLAnswers(
            application, stores, options, provider.GetRequiredService<RequestQueue>(), provider.GetRequiredService<RequestedDocuments>(), provider.GetService<HybridCache>()));
        builder.Services.AddSingleton<GraphQLEndpoints>();
        TelemetryExport.AddTo(builder, options.Telemetry);
        if (requestLog is not null && options.Telemetry.RequestLog)
            builder.Services.AddSingleton(_ => new RequestLog(requestLog));
        builder.Services.AddSingleton(provider => new RequestTelemetry(provider.GetRequiredService<FlowGraphMetrics>(), provider.GetService<RequestLog>(), options.Telemetry.ServerTiming));
        checks(builder.Services.AddHealthChecks().AddServer(draining));
        logging(builder.Logging);
        var app = builder.Build();
        var graphQL = app.Services.GetRequiredService<GraphQLEndpoints>();
        app.UseSecurityHeaders();
        app.Use(draining.PassAsync);
        app.Use(app.Services.GetRequiredService<RequestTelemetry>().PassAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = SecurityHeaders.With(graphQL.FaultAsync), SuppressDiagnosticsCallback = _ => true });
        app.UseResponseCompression();
        // A request from no other page needs no answer about origins; the middleware would note even so that it was there, in a dictionary of its own.
        app.UseWhen(context => context.Request.Headers.ContainsKey(HeaderNames.Origin), crossing => crossing.UseCors(policy =>
            policy.SetIsOriginAllowed(origins.Admits).WithMethods("GET", "POST").AllowAnyHeader().WithExposedHeaders("ETag", "Retry-After").SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
        var pages = app.Services.GetRequiredService<PageEndpoints>();
        app.Use(next => context => pages.PassAsync(context, next));
        graphQL.Map(app);
        BrowserKitEndpoints.Map(app);
        app.Services.GetRequiredService<ExportEndpoints>().Map(app);
        if (options.Graphiql)
            GraphiqlEndpoints.Map(app);
        ExplorerEndpoints.Map(app);
        HealthEndpoints.Map(app);
        pages.Map(app);
        if (options.Telemetry.Metrics)
            app.MapPrometheusScrapingEndpoint(TelemetryExport.Path);
        return app;
    }

    /// <summary>Signals are handled by the entry point, not by the host.</summary>
    private sealed class ForeignLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
