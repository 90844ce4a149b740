using System.Threading.Channels;
using FlowGraph.Model.Diagnostics;

namespace FlowGraph.Server.Hosting;

/// <summary>Builds and checks a new release beside the old one, then swaps. A faulty one is refused and the old one stays.</summary>
public sealed partial class ReleaseReload(Application application, StoreHolder stores, string dataset)
{
    // One wish may wait while a release is being built: it will see whatever was written meanwhile.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a reload and returns at once. A wish that comes before <see cref="RunAsync"/> waits for it.</summary>
    public void Request() => _wishes.Writer.TryWrite(true);

    public async Task RunAsync(ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _wishes.Reader.ReadAllAsync(cancellationToken))
                await Task.Run(() => Reload(logger, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops; so does this.
        }
    }

    private void Reload(ILogger logger, CancellationToken cancellationToken)
    {
        var served = stores.Current.Release;
        try
        {
            var store = application.Load(dataset, cancellationToken);
            var release = store.Release;
            if (release.Sha256 == served.Sha256)
            {
                Log.Unchanged(logger, served.Id, served.Version, served.Sha256);
                return;
            }
            stores.Swap(store);
            // What the old one holds is a mapped file, of which the runtime sees a few bytes: by itself it might not clean up for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            Log.Swapped(logger, release.Id, release.Version, release.Sha256);
        }
        catch (FlowGraphException refused)
        {
            foreach (var diagnostic in refused.Diagnostics)
                Log.Fault(logger, diagnostic);
            Log.Refused(logger, refused.Diagnostics.Count, served.Id, served.Version);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever is wrong with the new one, or with us, is no reason to end the old one or the watch.
            Log.Failed(logger, served.Id, served.Version, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Release {Id} {Version} ({Sha256}) is served from now on.")]
        public static partial void Swapped(ILogger logger, string id, string version, string sha256);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Diagnostic}")]
        public static partial void Fault(ILogger logger, Diagnostic diagnostic);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The new release was refused ({Faults} faults); {Id} {Version} stays.")]
        public static partial void Refused(ILogger logger, int faults, string id, string version);

        [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "Release {Id} {Version} ({Sha256}) was read again and is the same.")]
        public static partial void Unchanged(ILogger logger, string id, string version, string sha256);

        [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "The new release could not be loaded; {Id} {Version} stays.")]
        public static partial void Failed(ILogger logger, string id, string version, Exception fault);
    }
}
