using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>One conversation with a server: a question, its whole answer, the next question.</summary>
/// <remarks>A question that is broken off leaves a connection that is good for nothing but to be closed, which ends what the server does for it.</remarks>
internal sealed class BoltConnection : IDisposable
{
    private readonly Neo4jAddress _address;
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly RequestWriter _requests = new();
    private readonly AnswerWriter _rows = new();
    private readonly MessageReader _messages;

    private BoltConnection(Neo4jAddress address, Socket socket, Stream stream)
    {
        (_address, _socket, _stream) = (address, socket, stream);
        _messages = new(stream);
    }

    /// <summary>The next question can be asked: the last one has its whole answer.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Nothing is known against it. The other side may have closed it while nobody looked.</summary>
    public bool IsAlive => IsReady && !(_socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0);

    /// <exception cref="Neo4jException">There is no server, it is none of ours, or it does not let us in.</exception>
    public static async Task<BoltConnection> OpenAsync(Neo4jAddress address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(address.Url.DnsSafeHost, BoltAddress.Port(address.Url), cancellationToken);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (BoltAddress.IsEncrypted(address.Url))
                stream = await EncryptAsync(stream, address.Url.DnsSafeHost, cancellationToken);
            await BoltHandshake.RunAsync(stream, address, cancellationToken);
            var connection = new BoltConnection(address, socket, stream);
            await connection.LogonAsync(cancellationToken);
            return connection;
        }
        catch (Exception broken) when (broken is SocketException or IOException or AuthenticationException)
        {
            Close();
            throw ServerErrors.Unreachable(address, broken);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            stream?.Dispose();
            socket.Dispose();
        }
    }

    /// <summary>Asks one statement.</summary>
    /// <param name="own">Of a transaction of its own; null within one that was begun.</param>
    public async Task<CypherAnswer> RunAsync(CypherStatement statement, TransactionSettings? own, CancellationToken cancellationToken)
    {
        IsReady = false;
        _requests.Run(statement, own);
        _requests.Pull();
        _rows.Begin();
        await AskAsync(2, cancellationToken);
        return _rows.End();
    }

    public Task BeginAsync(TransactionSettings settings, CancellationToken cancellationToken)
    {
        IsReady = false;
        _requests.Begin(settings);
        return AskAsync(1, cancellationToken);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => PlainAsync(BoltMessage.Commit, cancellationToken);

    public Task RollbackAsync(CancellationToken cancellationToken) => PlainAsync(BoltMessage.Rollback, cancellationToken);

    public void Dispose()
    {
        if (IsReady)
            SayGoodbye();
        IsReady = false;
        _stream.Dispose();
        _requests.Dispose();
        _messages.Dispose();
        _rows.Dispose();
    }

    private static async Task<Stream> EncryptAsync(Stream stream, string host, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(stream);
        try
        {
            await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancellationToken);
            return encrypted;
        }
        catch (IOException closed)
        {
            // So does a server that knows no TLS.
            throw new AuthenticationException(closed.Message, closed);
        }
    }

    private Task PlainAsync(byte tag, CancellationToken cancellationToken)
    {
        IsReady = false;
        _requests.Plain(tag);
        return AskAsync(1, cancellationToken);
    }

    private Task LogonAsync(CancellationToken cancellationToken)
    {
        _requests.Hello();
        _requests.Logon(_address);
        return AskAsync(2, cancellationToken);
    }

    /// <summary>Sends what was written and waits until each message of it has succeeded.</summary>
    private async Task AskAsync(int messages, CancellationToken cancellationToken)
    {
        try
        {
            await ExchangeAsync(messages, cancellationToken);
            IsReady = true;
        }
        catch (Neo4jException failure) when (failure.Code is { } code && !code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal))
        {
            IsReady = await ResetAsync(cancellationToken);
            throw;
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
        {
            throw ServerErrors.Unreachable(_address, broken);
        }
        catch (InvalidDataException foreign)
        {
            throw BoltErrors.OfForeign(_address, foreign);
        }
        catch (NotSupportedException unread)
        {
            throw new Neo4jException(Neo4jFault.Refused, unread.Message, inner: unread);
        }
    }

    private async Task ExchangeAsync(int messages, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_requests.Written, cancellationToken);
        _requests.Clear();
        for (; messages > 0; messages--)
        {
            while (!HasSucceeded())
                await _messages.FillAsync(cancellationToken);
        }
    }

    /// <summary>After a failure the server ignores everything until it is told that the failure was heard.</summary>
    private async Task<bool> ResetAsync(CancellationToken cancellationToken)
    {
        try
        {
            _requests.Plain(BoltMessage.Reset);
            await ExchangeAsync(1, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is Neo4jException or IOException or SocketException or ObjectDisposedException or InvalidDataException or OperationCanceledException)
        {
            // What the server said before is what counts; the connection is not used again.
            return false;
        }
    }

    /// <summary>Takes what has come, up to a success; false where it is still to come.</summary>
    /// <exception cref="Neo4jException">A failure came.</exception>
    private bool HasSucceeded()
    {
        while (_messages.TryRead(out var message))
        {
            var reader = new PackStreamReader(message);
            reader.Read();
            switch (reader.Kind == PackStreamKind.Structure ? reader.Tag : 0)
            {
                case BoltMessage.Success:
                    return true;
                case BoltMessage.Record:
                    _rows.Add(ref reader);
                    break;
                case BoltMessage.Failure:
                    throw BoltErrors.OfFailure(ref reader, _address);
                case BoltMessage.Ignored:
                    // What was sent behind a message that failed.
                    break;
                default:
                    throw new InvalidDataException("This is no answer.");
            }
        }
        return false;
    }

    private void SayGoodbye()
    {
        try
        {
            _requests.Clear();
            _requests.Plain(BoltMessage.Goodbye);
            _stream.Write(_requests.Written.Span);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // It has gone before us.
        }
    }
}
