using System.Globalization;
using System.Text.Json.Nodes;
using FlowGraph.Model.Records;
using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>What an operation is made of while it is written: variables, fragments, and how much may still be added.</summary>
internal sealed class OperationDraft(ApiSchema api, GraphRelease release, Random random, int fields)
{
    private readonly List<string> _definitions = [];
    private readonly List<string> _conditions = [];
    private int _aliases;

    public ApiSchema Api { get; } = api;

    public GraphRelease Release { get; } = release;

    public Random Random { get; } = random;

    public JsonObject Variables { get; } = [];

    public List<CursorProbe> Cursors { get; } = [];

    public List<(string Name, ApiComposite Type, string Text)> Fragments { get; } = [];

    /// <summary>Fields that may still be selected.</summary>
    public int FieldsLeft { get; set; } = fields;

    /// <summary>One operation in twenty has a fault.</summary>
    public bool WantsFault { get; private set; } = random.Next(20) == 0;

    public bool IsFaulty { get; private set; }

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Any<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];

    /// <summary>Whether the fault comes here: at most one in an operation, so that nothing hides behind another.</summary>
    public bool TakesFault(int percent)
    {
        if (!WantsFault || !Chance(percent))
            return false;
        WantsFault = false;
        return IsFaulty = true;
    }

    public string Alias() => $"a{(++_aliases).ToString(CultureInfo.InvariantCulture)}";

    public string Variable(string type, JsonNode? value, string? defaultText = null)
    {
        var name = Declare(type, defaultText);
        Variables[name] = value;
        return "$" + name;
    }

    /// <summary>A variable that is not given.</summary>
    public string UnsetVariable(string type, string? defaultText = null) => "$" + Declare(type, defaultText);

    public string CursorVariable(string probe)
    {
        var name = Declare("String", null);
        Cursors.Add(new(name, probe));
        return "$" + name;
    }

    /// <summary>A Boolean for @skip and @include; a few are shared, so that fields come and go together.</summary>
    public string Condition()
    {
        if (_conditions.Count < 3 && (_conditions.Count == 0 || Chance(40)))
        {
            var added = Random.Next(3) switch
            {
                0 => Variable("Boolean!", Chance(50)),
                1 => UnsetVariable("Boolean!", Chance(50) ? "true" : "false"),
                _ => Variable("Boolean!", Chance(50), "true"),
            };
            _conditions.Add(added);
            return added;
        }
        return Any(_conditions);
    }

    public RandomOperation Build(string selection)
    {
        var variables = _definitions.Count == 0 ? "" : $"({string.Join(", ", _definitions)})";
        var fragments = string.Concat(Fragments.Select(fragment => $"\nfragment {fragment.Name} on {fragment.Type.Name} {fragment.Text}"));
        return new($"query Random{variables} {selection}{fragments}", Variables, Cursors, IsFaulty);
    }

    private string Declare(string type, string? defaultText)
    {
        var name = $"v{_definitions.Count.ToString(CultureInfo.InvariantCulture)}";
        _definitions.Add($"${name}: {type}{(defaultText is null ? "" : $" = {defaultText}")}");
        return name;
    }
}
