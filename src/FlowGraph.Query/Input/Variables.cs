using System.Collections.Immutable;

namespace FlowGraph.Query.Input;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is absent.</summary>
public sealed class Variables
{
    // Most requests have one or two: to look through them takes less time than to hash them, and a dictionary would weigh a third of all that a small request allocates.
    private const int Few = 8;

    private readonly ImmutableArray<VariableDefinition> _definitions;
    private readonly object?[] _values;
    private readonly Dictionary<string, int>? _places;

    /// <param name="values">One for each definition; <see cref="Absent"/> where there is none.</param>
    internal Variables(ImmutableArray<VariableDefinition> definitions, object?[] values)
    {
        _definitions = definitions;
        _values = values;
        if (definitions.Length <= Few)
            return;
        _places = new(definitions.Length, StringComparer.Ordinal);
        for (var i = 0; i < definitions.Length; i++)
            _places[definitions[i].Name] = i;
    }

    public static Variables None { get; } = new([], []);

    internal static object Absent { get; } = new();

    public bool IsEmpty => _values.Length == 0;

    internal ReadOnlySpan<object?> Values => _values;

    public bool TryGet(string name, out object? value)
    {
        var place = Place(name);
        value = place < 0 ? Absent : _values[place];
        if (value != Absent)
            return true;
        value = null;
        return false;
    }

    private int Place(string name)
    {
        if (_places is not null)
            return _places.TryGetValue(name, out var known) ? known : -1;
        for (var i = 0; i < _definitions.Length; i++)
        {
            if (_definitions[i].Name == name)
                return i;
        }
        return -1;
    }
}
