using System.Globalization;
using System.Reflection;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Bolt;

/// <summary>What a client says, message by message, until it is sent in one piece.</summary>
internal sealed class RequestWriter : IDisposable
{
    private const int MostKept = 64 * 1024;

    private static readonly string _product = $"FlowGraph/{typeof(RequestWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0"}";

    private readonly PooledBuffer _buffer = new();
    private readonly PackStreamWriter _values;

    public RequestWriter() => _values = new(_buffer);

    public ReadOnlyMemory<byte> Written => _buffer.Written;

    public void Clear() => _buffer.Clear(MostKept);

    public void Hello()
    {
        var start = Start(BoltMessage.Hello, 1);
        _values.Map(3);
        Pair("user_agent", _product);
        // Nobody reads what a server remarks on a statement.
        Pair("notifications_minimum_severity", "OFF");
        _values.Text("bolt_agent");
        _values.Map(1);
        Pair("product", _product);
        ChunkedMessage.End(_buffer, start);
    }

    public void Logon(Neo4jAddress address)
    {
        var start = Start(BoltMessage.Logon, 1);
        _values.Map(address.Password is null ? 1 : 3);
        Pair("scheme", address.Password is null ? "none" : "basic");
        if (address.Password is { } password)
        {
            Pair("principal", address.User);
            Pair("credentials", password);
        }
        ChunkedMessage.End(_buffer, start);
    }

    /// <param name="own">What a transaction of its own is given; null within one that was begun.</param>
    public void Run(CypherStatement statement, TransactionSettings? own)
    {
        var start = Start(BoltMessage.Run, 3);
        _values.Text(statement.Text);
        _values.Map(statement.Parameters.Length);
        foreach (var parameter in statement.Parameters)
        {
            _values.Text(parameter.Name);
            Value(parameter.Value);
        }
        Settings(own);
        ChunkedMessage.End(_buffer, start);
    }

    /// <summary>All that there is.</summary>
    public void Pull()
    {
        var start = Start(BoltMessage.Pull, 1);
        _values.Map(1);
        _values.Text("n");
        _values.Integer(-1);
        ChunkedMessage.End(_buffer, start);
    }

    public void Begin(TransactionSettings settings)
    {
        var start = Start(BoltMessage.Begin, 1);
        Settings(settings);
        ChunkedMessage.End(_buffer, start);
    }

    /// <summary>A message without fields.</summary>
    public void Plain(byte tag) => ChunkedMessage.End(_buffer, Start(tag, 0));

    public void Dispose() => _buffer.Dispose();

    private int Start(byte tag, int fields)
    {
        var start = ChunkedMessage.Begin(_buffer);
        _values.Structure(tag, fields);
        return start;
    }

    private void Settings(TransactionSettings? settings)
    {
        if (settings is null)
        {
            _values.Map(0);
            return;
        }
        _values.Map(3);
        Pair("db", settings.Database);
        Pair("mode", settings.Access == AccessMode.Read ? "r" : "w");
        _values.Text("tx_timeout");
        _values.Integer((long)Math.Max(1, Math.Ceiling(settings.Deadline.TotalMilliseconds)));
    }

    private void Pair(string name, string value)
    {
        _values.Text(name);
        _values.Text(value);
    }

    private void Value(object value)
    {
        switch (value)
        {
            case string text:
                _values.Text(text);
                break;
            case bool flag:
                _values.Boolean(flag);
                break;
            case int number:
                _values.Integer(number);
                break;
            case long number:
                _values.Integer(number);
                break;
            case double number:
                _values.Float(number);
                break;
            case DateOnly day:
                _values.Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case JsonRows rows:
                PackStreamJson.Write(_values, rows.Utf8.Span);
                break;
            case IEnumerable<object> items:
                var list = _values.OpenList();
                var count = 0;
                foreach (var item in items)
                {
                    Value(item);
                    count++;
                }
                _values.Close(list, count);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no value of Neo4j's.", nameof(value));
        }
    }
}

/// <summary>What a transaction is begun with.</summary>
/// <param name="Deadline">The server keeps it, in place of its own limit.</param>
internal sealed record TransactionSettings(string Database, AccessMode Access, TimeSpan Deadline);
