using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using FlowGraph.Neo4j.Bolt;

namespace FlowGraph.IntegrationTests.Bolt;

/// <summary>A server of Bolt that says what a test tells it to, and keeps what it heard.</summary>
internal sealed class StubBoltServer : IAsyncDisposable
{
    public const byte Hello = 0x01, Goodbye = 0x02, Reset = 0x0F, Run = 0x10, Begin = 0x11, Commit = 0x12, Rollback = 0x13, Pull = 0x3F, Logon = 0x6A;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly Task _accepting;

    public StubBoltServer()
    {
        _listener.Start();
        Url = new Uri(FormattableString.Invariant($"bolt://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>What it answers the first bytes of a connection with.</summary>
    public byte[] Handshake { get; set; } = [0, 0, 8, 5];

    /// <summary>What it answers a message with, by its tag and how often it came, from 1; null closes the connection. Else all succeeds, and a PULL gives one row: 1.</summary>
    public Func<byte, int, byte[]?> Answer { get; set; } = (tag, _) => Usual(tag);

    /// <summary>What it shows who wants a secure connection; null where it knows none.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Tags of messages, in the order they came.</summary>
    public ConcurrentQueue<byte> Heard { get; } = [];

    public int Connections { get; private set; }

    public static byte[] Success => Message(values =>
    {
        values.Structure(0x70, 1);
        values.Map(0);
    });

    public static byte[] Ignored => Message(values => values.Structure(0x7E, 0));

    public static byte[] Row => Message(values =>
    {
        values.Structure(0x71, 1);
        values.List(1);
        values.Integer(1);
    });

    public static byte[] Usual(byte tag) => tag == Pull ? [.. Row, .. Success] : Success;

    public static byte[] Failure(string code, string name = "neo4j_code") => Message(values =>
    {
        values.Structure(0x7F, 1);
        values.Map(3);
        values.Text("diagnostic_record");
        values.Map(1);
        values.Text(name);
        values.Text("not this one");
        values.Text(name);
        values.Text(code);
        values.Text("message");
        values.Text("It failed.\nline two");
    });

    /// <summary>One message, in chunks of this size.</summary>
    public static byte[] Message(Action<PackStreamWriter> write, int chunk = ushort.MaxValue)
    {
        using var buffer = new PooledBuffer();
        write(new PackStreamWriter(buffer));
        return [.. buffer.Written.ToArray().Chunk(chunk).SelectMany(part => (byte[])[(byte)(part.Length >> 8), (byte)part.Length, .. part]), 0, 0];
    }

    /// <summary>Closes what is open, as a server does that is started anew; returns when the other side can see it.</summary>
    public async Task CloseConnectionsAsync()
    {
        while (_open.TryTake(out var client))
            client.Client.Shutdown(SocketShutdown.Both);
        await Task.Delay(100, _stop.Token);
    }

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
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _open.Add(client);
                connections.Add(TalkAsync(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await StreamAsync(client);
                await stream.ReadExactlyAsync(new byte[20], _stop.Token);
                await stream.WriteAsync(Handshake, _stop.Token);
                while (Reply(await HearAsync(stream)) is { } reply)
                    await stream.WriteAsync(reply, _stop.Token);
            }
            catch (Exception broken) when (broken is OperationCanceledException or IOException or AuthenticationException)
            {
                // The test is over, or its client has gone.
            }
        }
    }

    private async Task<Stream> StreamAsync(TcpClient client)
    {
        if (Certificate is null)
            return client.GetStream();
        var encrypted = new SslStream(client.GetStream());
        await encrypted.AuthenticateAsServerAsync(Certificate);
        return encrypted;
    }

    private byte[]? Reply(byte tag)
    {
        Heard.Enqueue(tag);
        return Answer(tag, Heard.Count(heard => heard == tag));
    }

    /// <summary>The tag of the next message.</summary>
    private async Task<byte> HearAsync(Stream stream)
    {
        var head = new byte[2];
        var message = new List<byte>();
        while (true)
        {
            await stream.ReadExactlyAsync(head, _stop.Token);
            if (head is [0, 0])
                return message[1];
            var chunk = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await stream.ReadExactlyAsync(chunk, _stop.Token);
            message.AddRange(chunk);
        }
    }
}
