using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowGraph.Tests.Hosting;

/// <summary>A connection that says what no client library would.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;

    private readonly CancellationToken _cancellationToken;

    private RawConnection(Socket socket, CancellationToken cancellationToken) => (_socket, _cancellationToken) = (socket, cancellationToken);

    /// <param name="cancellationToken">Of all that the connection does.</param>
    /// <param name="window">Bytes that may wait here for being read.</param>
    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken cancellationToken, int? window = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (window is { } bytes)
            socket.ReceiveBufferSize = bytes;
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        return new(socket, cancellationToken);
    }

    public static string Post(string query) => Post(query, "");

    /// <param name="headers">Further ones, each with its line end.</param>
    public static string Post(string query, string headers)
    {
        var body = $$"""{"query":"{{query}}"}""";
        return $"POST /graphql HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
    }

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.Latin1.GetBytes(text), _cancellationToken);

    /// <summary>Again and again, until the other end has had enough.</summary>
    /// <returns>All that it said before.</returns>
    public async Task<string> SendUntilClosedAsync(string text, TimeSpan pause)
    {
        var heard = ReadToEndAsync();
        using var beat = new PeriodicTimer(pause);
        try
        {
            while (!heard.IsCompleted)
            {
                await SendAsync(text);
                await beat.WaitForNextTickAsync(_cancellationToken);
            }
        }
        catch (SocketException)
        {
            // Closed between two of them.
        }
        return await heard;
    }

    /// <summary>All until the other end closes, however it does.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int count; (count = await _socket.ReceiveAsync(buffer, _cancellationToken)) > 0;)
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // Cut off.
        }
        return text.ToString();
    }

    /// <summary>One answer that says how long it is.</summary>
    /// <exception cref="EndOfStreamException">The connection ended before the answer did.</exception>
    public async Task<string> AnswerAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!IsWhole(text.ToString()))
        {
            var count = await _socket.ReceiveAsync(buffer, _cancellationToken);
            if (count == 0)
                throw new EndOfStreamException($"Found '{text}' and no more.");
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        return text.ToString();
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        const string Length = "Content-Length: ";
        var line = answer.Split("\r\n").First(line => line.StartsWith(Length, StringComparison.Ordinal));
        return answer.Length == end + 4 + int.Parse(line[Length.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
