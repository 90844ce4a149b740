using System.Text;

namespace FlowGraph.Tests.Commands;

/// <summary>Collects lines, and tells when one has come that a test waits for.</summary>
internal sealed class WatchedWriter : TextWriter
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiting = [];
    private readonly StringBuilder _line = new();
    private string? _ended;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value == '\n')
                End();
            else
                _line.Append(value);
        }
    }

    /// <summary>The first line, come or to come, that begins like this.</summary>
    /// <exception cref="TimeoutException">No such line came in a minute; says which came instead.</exception>
    public async Task<string> LineAsync(string start, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(Wanted) is { } line)
                return line;
            if (_ended is not null)
                throw new EndOfStreamException(_ended);
            _waiting.Add((Wanted, found));
        }
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No line begins with '{start}'. What came:\n{this}");
        }

        bool Wanted(string line) => line.StartsWith(start, StringComparison.Ordinal);
    }

    /// <summary>No line will come any more; whoever waits for one is told why.</summary>
    public void Finish(string why)
    {
        lock (_lock)
        {
            _ended = why;
            foreach (var waiting in _waiting)
                waiting.Found.TrySetException(new EndOfStreamException(why));
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return string.Join('\n', _lines);
    }

    private void End()
    {
        var line = _line.ToString().TrimEnd('\r');
        _line.Clear();
        _lines.Add(line);
        foreach (var waiting in _waiting.Where(waiting => waiting.Wanted(line)))
            waiting.Found.TrySetResult(line);
    }
}
