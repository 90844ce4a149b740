using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowGraph.Benchmarks;

/// <summary>HTTP over one socket, without allocating anything per request: what is counted is then the server's alone.</summary>
internal sealed class PlainClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[][] _requests;
    private readonly byte[] _answer = new byte[64 * 1024];

    public PlainClient(Uri address, string path, byte[][] bodies)
    {
        _requests = [.. bodies.Select(body => (byte[])[.. Encoding.ASCII.GetBytes(Head(address, path, body.Length)), .. body])];
        _socket.Connect(IPAddress.Loopback, address.Port);
    }

    private static string Head(Uri address, string path, int length) => string.Create(CultureInfo.InvariantCulture,
        $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");

    /// <summary>Sends the requests in turn, each after the answer to the one before.</summary>
    public void Ask(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _socket.Send(_requests[i % _requests.Length]);
            Receive();
        }
    }

    private void Receive()
    {
        var received = 0;
        while (true)
        {
            var count = _socket.Receive(_answer.AsSpan(received));
            if (count == 0)
                throw new BenchmarkException(ExitCode.ServiceMissing, "The server closed the connection.");
            received += count;
            var answer = _answer.AsSpan(0, received);
            var head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0)
                continue;
            if (!answer.StartsWith("HTTP/1.1 200"u8))
                throw new BenchmarkException(ExitCode.ServiceMissing, $"Found {Encoding.UTF8.GetString(answer)}, expected HTTP/1.1 200.");
            if (received == head + 4 + ContentLength(answer[..head]))
                return;
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var value = head[(head.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        return System.Buffers.Text.Utf8Parser.TryParse(value, out int length, out _)
            ? length
            : throw new BenchmarkException(ExitCode.ServiceMissing, "Found an answer without Content-Length.");
    }

    public void Dispose() => _socket.Dispose();
}
