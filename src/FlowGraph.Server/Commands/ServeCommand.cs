using System.Net.Sockets;
using System.Runtime.InteropServices;
using FlowGraph.Neo4j.Answering;
using FlowGraph.Neo4j.Watching;
using FlowGraph.Server.Configuration;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Health;
using FlowGraph.Server.Hosting;
using FlowGraph.Server.Persisted;

namespace FlowGraph.Server.Commands;

/// <summary>Serves the API until the process is told to stop.</summary>
internal sealed class ServeCommand : FlowGraphCommand
{
    public ServeCommand(CommonOptions common)
        : base("serve", "Serve the API over HTTP until stopped. A dataset whose files change, or SIGHUP, is loaded anew; a faulty one is refused and the old release stays.")
    {
        Add(common.Urls);
        Add(common.Store);
        common.AddNeo4jTo(this);
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        context.Options.Store == FlowGraphOptions.Neo4jStore ? ServeNeo4jAsync(context, cancellationToken) : ServeEmbeddedAsync(context, cancellationToken);

    private static async Task<int> ServeEmbeddedAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var application = context.CreateApplication();
        var stores = new StoreHolder();
        var started = new Started();
        // All that answers requests takes as long to build as the dataset to load; neither waits for the other.
        var building = Task.Run(() => BuildAsync(application, stores, context, checks => checks.AddEmbedded(stores), started, cancellationToken), cancellationToken);
        var dataset = context.Dataset();
        var reload = new ReleaseReload(application, stores, dataset);
        var watch = new DatasetWatch(dataset, reload.Request);
        // From here on, before anybody is told that the server is there: a hang-up that nobody waits for ends a process.
        using var hangUp = OnHangUp(reload.Request);
        // In no variable of this method, which lasts as long as the process: the first release has to be able to go.
        stores.Swap(await Task.Run(() => application.Load(dataset, cancellationToken), cancellationToken));
        await using var host = await building;
        await StartAsync(host, started, cancellationToken);
        await StartPage.PrintAsync(context.Printer.Output, host.Urls, context.Options, stores.Current, cancellationToken);
        var reloading = reload.RunAsync(host.Services.GetRequiredService<ILogger<ReleaseReload>>(), cancellationToken);
        var watching = watch.RunAsync(TimeProvider.System, cancellationToken);
        await DrainAsync(host, cancellationToken);
        await Task.WhenAll(reloading, watching);
        return ExitCode.Done;
    }

    private static async Task<int> ServeNeo4jAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var application = context.CreateApplication();
        using var client = Neo4jConnection.Open(context);
        var watcher = new StoreWatcher(client, application.Model, TimeProvider.System);
        var stores = new StoreHolder();
        using var circuit = new StoreCircuit(TimeSpan.FromSeconds(application.Limits.Seconds), TimeProvider.System);
        var watching = new StoreWatching(watcher, application.Model, stores, release => new Neo4jStore(client, application.Model, release, circuit));
        stores.Renew = watching.LookAsync;
        // A new release is noticed without being told.
        using var hangUp = OnHangUp(() => { });
        var started = new Started();
        var building = Task.Run(() => BuildAsync(application, stores, context, checks => checks.AddNeo4j(watcher), started, cancellationToken), cancellationToken);
        await watching.LookAsync(cancellationToken);
        await using var host = await building;
        await StartAsync(host, started, cancellationToken);
        StartPage.Print(context.Printer.Output, host.Urls, context.Options, watcher.State);
        var running = watching.RunAsync(host.Services.GetRequiredService<ILogger<StoreWatching>>(), cancellationToken);
        await DrainAsync(host, cancellationToken);
        await running;
        return ExitCode.Done;
    }

    private static async Task<WebApplication> BuildAsync(
        Application application, StoreHolder stores, CommandContext context, Action<IHealthChecksBuilder> checks, Started started, CancellationToken cancellationToken)
    {
        var persisted = await PersistedDocuments.ReadAsync(context.Options.PersistedDocuments, context.Surroundings.WorkingDirectory, application.Executor, cancellationToken);
        var host = HttpHost.Build(application, stores, context.Options, logging => LoggingSettings.Apply(logging, context.Surroundings, () => started.IsTrue), checks, persisted, context.Surroundings.RequestLog);
        // The first document is parsed, checked and compiled by code that itself has to be compiled first: better now than in somebody's request.
        using var request = GraphQLRequest.Of("{ release { id } }");
        await application.Executor.PrepareAsync(request, cancellationToken);
        return host;
    }

    private static async Task StartAsync(WebApplication host, Started started, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new UsageException($"{fault.Message.TrimEnd('.')}. Choose another address with --urls or FLOWGRAPH_Urls.");
        }
        started.IsTrue = true;
    }

    /// <summary>Until the process is told to stop, and then until all is answered.</summary>
    private static Task DrainAsync(WebApplication host, CancellationToken cancellationToken) =>
        host.Services.GetRequiredService<Draining>().RunAsync(host, cancellationToken);

    private static PosixSignalRegistration? OnHangUp(Action act) => OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
    {
        signal.Cancel = true;
        act();
    });

    /// <summary>Before that, the command itself says why the server does not start.</summary>
    private sealed class Started
    {
        public bool IsTrue { get; set; }
    }
}
