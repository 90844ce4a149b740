using System.Net.Sockets;
using System.Runtime.InteropServices;
using FlowGraph.Server.GraphQL;
using FlowGraph.Server.Hosting;

namespace FlowGraph.Server.Commands;

/// <summary>Serves the API until the process is told to stop.</summary>
internal sealed class ServeCommand : FlowGraphCommand
{
    public ServeCommand(CommonOptions common)
        : base("serve", "Serve the API over HTTP until stopped. SIGHUP loads the dataset anew; a faulty one is refused and the old release stays.")
    {
        Add(common.Urls);
        Add(common.Store);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var application = context.CreateApplication();
        var stores = new StoreHolder();
        var hasStarted = false;
        // All that answers requests takes as long to build as the dataset to load; neither waits for the other.
        var building = Task.Run(() => BuildAsync(application, stores, context, () => hasStarted, cancellationToken), cancellationToken);
        var dataset = context.Dataset();
        var reload = new ReleaseReload(application, stores, dataset);
        // From here on, before anybody is told that the server is there: a hang-up that nobody waits for ends a process.
        using var hangUp = OnHangUp(reload);
        var (release, store) = await Task.Run(() => context.Load(application, cancellationToken), cancellationToken);
        stores.Swap(store);
        await using var host = await building;
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new UsageException($"{fault.Message.TrimEnd('.')}. Choose another address with --urls or FLOWGRAPH_Urls.");
        }
        hasStarted = true;
        StartPage.Print(context.Printer.Output, host.Urls, release);
        var reloading = reload.RunAsync(host.Services.GetRequiredService<ILogger<ReleaseReload>>(), cancellationToken);
        await host.WaitForShutdownAsync(cancellationToken);
        await reloading;
        return ExitCode.Done;
    }

    private static async Task<WebApplication> BuildAsync(Application application, StoreHolder stores, CommandContext context, Func<bool> hasStarted, CancellationToken cancellationToken)
    {
        var host = HttpHost.Build(application, stores, context.Options, logging => LoggingSettings.Apply(logging, context.Surroundings, hasStarted));
        // The first document is parsed, checked and compiled by code that itself has to be compiled first: better now than in somebody's request.
        using var request = GraphQLRequest.Of("{ release { id } }");
        await application.Executor.PrepareAsync(request, cancellationToken);
        return host;
    }

    private static PosixSignalRegistration? OnHangUp(ReleaseReload reload) => OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
    {
        signal.Cancel = true;
        reload.Request();
    });
}
