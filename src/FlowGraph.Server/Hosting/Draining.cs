namespace FlowGraph.Server.Hosting;

/// <summary>How the server ends: it says so, lets clients go, takes no more, finishes what runs.</summary>
public sealed class Draining
{
    // A client that asks all the time is told with its next answer that this connection ends. Who has not asked for so long is not about to.
    private static readonly TimeSpan _silence = TimeSpan.FromMilliseconds(100);
    private const int MostSilences = 10;

    private volatile bool _hasBegun;
    private volatile bool _wasAsked;

    public bool HasBegun => _hasBegun;

    /// <summary>Runs until the token says stop, and then to the end of the last request.</summary>
    public async Task RunAsync(WebApplication host, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(host);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult))
            await stopped.Task;
        await StopAsync(host);
    }

    /// <summary>Before every request.</summary>
    internal Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (_hasBegun)
        {
            _wasAsked = true;
            context.Response.Headers.Connection = "close";
        }
        return next(context);
    }

    // A connection that the server closes while a request is on its way loses that request, so connections are ended by answers as far as that goes.
    private async Task StopAsync(WebApplication host)
    {
        _hasBegun = true;
        for (var i = 0; i < MostSilences; i++)
        {
            _wasAsked = false;
            await Task.Delay(_silence, CancellationToken.None);
            if (!_wasAsked)
                break;
        }
        await host.StopAsync(CancellationToken.None);
    }
}
