using System.Collections;
using System.Diagnostics.CodeAnalysis;
using FlowGraph.Query.Input;

namespace FlowGraph.Server.GraphQL;

/// <summary>Named values as a client gave them; the last of one name counts. Most requests have one: a table for it would be a fifth of all that a small request allocates.</summary>
internal sealed class InputFields : IReadOnlyDictionary<string, InputLiteral>
{
    private const int Few = 8;

    private KeyValuePair<string, InputLiteral> _first;
    private KeyValuePair<string, InputLiteral>[] _others = [];
    private Dictionary<string, InputLiteral>? _many;
    private int _count;

    public int Count => _many?.Count ?? _count;

    public IEnumerable<string> Keys => this.Select(given => given.Key);

    public IEnumerable<InputLiteral> Values => this.Select(given => given.Value);

    public InputLiteral this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);
        set => Set(key, value);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out InputLiteral value)
    {
        if (_many is not null)
            return _many.TryGetValue(key, out value);
        var place = Place(key);
        value = place < 0 ? null : At(place).Value;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, InputLiteral>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, InputLiteral>>?)_many ?? Enumerable.Range(0, _count).Select(At)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string key, InputLiteral value)
    {
        if (_many is null && Place(key) is >= 0 and var place)
            Put(place, new(key, value));
        else if (_many is null && _count < Few)
            Put(_count++, new(key, value));
        else
            (_many ??= new(this, StringComparer.Ordinal))[key] = value;
    }

    private KeyValuePair<string, InputLiteral> At(int place) => place == 0 ? _first : _others[place - 1];

    private void Put(int place, KeyValuePair<string, InputLiteral> field)
    {
        if (place == 0)
        {
            _first = field;
            return;
        }
        if (_others.Length == 0)
            _others = new KeyValuePair<string, InputLiteral>[Few - 1];
        _others[place - 1] = field;
    }

    private int Place(string key)
    {
        for (var i = 0; i < _count; i++)
        {
            if (At(i).Key == key)
                return i;
        }
        return -1;
    }
}
