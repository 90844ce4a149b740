using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowGraph.IntegrationTests;

/// <summary>Stands between the program and its server, and does something at a chosen request: what a test cannot time, it can count.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Func<int, string, bool> _isChosen;
    private readonly Func<Task> _act;
    private readonly bool _forwardFirst;
    private readonly Task _accepting;
    private int _requests;
    private bool _done;

    /// <param name="isChosen">Number of the request, from 1, and its path.</param>
    /// <param name="forwardFirst">The server gets the chosen request; else nobody ever does.</param>
    public Relay(Uri server, Func<int, string, bool> isChosen, Func<Task> act, bool forwardFirst = false)
    {
        (_server, _isChosen, _act, _forwardFirst) = (server, isChosen, act, forwardFirst);
        _listener.Start();
        Url = new Uri(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>Of the last transaction that was used; null before the first.</summary>
    public string? Transaction { get; private set; }

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(RequestsAsync(near, far), far.CopyToAsync(near, _stop.Token));
            }
            catch (Exception broken) when (broken is OperationCanceledException or IOException or SocketException)
            {
                // One end is gone; closing the other tells it so.
            }
        }
    }

    private async Task RequestsAsync(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[64 * 1024];
        for (int count; (count = await near.ReadAsync(buffer, _stop.Token)) > 0;)
        {
            var chosen = IsChosen(buffer.AsSpan(0, count));
            if (chosen && !_forwardFirst)
            {
                await _act();
                return;
            }
            await far.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            if (chosen)
                await _act();
        }
    }

    // The program writes a request's head in one piece and waits for each answer.
    private bool IsChosen(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("POST "u8))
            return false;
        var line = bytes[..Math.Min(bytes.Length, 200)];
        var path = Encoding.ASCII.GetString(line).Split(' ')[1];
        if (path.Contains("/query/v2/tx/", StringComparison.Ordinal))
            Transaction = path.EndsWith("/commit", StringComparison.Ordinal) ? path[..^"/commit".Length] : path;
        if (_done || !_isChosen(Interlocked.Increment(ref _requests), path))
            return false;
        return _done = true;
    }
}
