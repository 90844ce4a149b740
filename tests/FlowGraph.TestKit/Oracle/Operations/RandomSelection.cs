using FlowGraph.Query.Api;

namespace FlowGraph.TestKit.Oracle.Operations;

/// <summary>A selection set at random: fields, aliases, fragments, merged fields, conditions.</summary>
internal sealed class RandomSelection(OperationDraft draft, RandomArguments arguments)
{
    private const int MostDepth = 7;

    /// <summary>Rows times rows times rows: beyond, only leaves are selected.</summary>
    private const int MostRows = 300;

    /// <summary>What stands under the response keys of one object; fragments share it with what is around them.</summary>
    private sealed class Scope
    {
        public Dictionary<string, (string Parent, ApiField Field, string Arguments, Scope Below, int Rows)> Keys { get; } = [];
    }

    public string Root() => Set(draft.Api.Query, new(), 0, 1, false);

    private string Set(ApiComposite type, Scope scope, int depth, int rows, bool isFragment)
    {
        var count = draft.Random.Next(1, 5);
        return $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(_ => Item(type, scope, depth, rows, isFragment)))} }}";
    }

    private string Item(ApiComposite type, Scope scope, int depth, int rows, bool isFragment)
    {
        var roll = draft.Random.Next(100);
        if (roll < 6)
            return Leaf("__typename", scope);
        if (roll < (type is ApiInterface ? 45 : 14) && depth > 0)
            return Inline(type, scope, depth, rows, isFragment);
        if (roll is >= 45 and < 51 && depth > 0 && !isFragment)
            return $"...{Fragment(type, depth)}{Conditions()}";
        if (roll is >= 51 and < 58 && scope.Keys.Where(key => key.Value.Parent == type.Name).ToList() is { Count: > 0 } same)
        {
            var (key, (_, field, text, below, fieldRows)) = draft.Any(same);
            return $"{(key == field.Name ? "" : $"{key}: ")}{field.Name}{text} {Below(field, below, depth, fieldRows, false)}";
        }
        return Field(type, scope, depth, rows, isFragment);
    }

    private string Leaf(string name, Scope scope)
    {
        // A leaf without arguments may stand twice under its name.
        return scope.Keys.ContainsKey(name) || draft.Chance(20) ? $"{draft.Alias()}: {name}{Conditions()}" : $"{name}{Conditions()}";
    }

    private string Field(ApiComposite type, Scope scope, int depth, int rows, bool isFragment)
    {
        draft.FieldsLeft--;
        // Each root field is a question of its own: one too many costs a store much and says little that is new.
        if (depth == 0 && draft.FieldsLeft < 0 && scope.Keys.Count > 0)
            return Leaf("__typename", scope);
        var narrow = depth >= MostDepth || rows > MostRows || draft.FieldsLeft <= 0;
        var field = type == draft.Api.Query && draft.Chance(4) ? type.Field("facts")! : draft.Any(type.Fields.Where(IsComparable).Where(field => !narrow || !IsComposite(field)).DefaultIfEmpty(type.Fields[0]).ToList());
        if (!IsComposite(field) && field.Arguments.IsEmpty && type is ApiObject && !isFragment && draft.Chance(70))
            return Leaf(field.Name, scope);
        var text = arguments.Of(field, Math.Clamp(MostRows / rows, 1, 30), out var first);
        var key = isFragment || scope.Keys.ContainsKey(field.Name) || !IsComposite(field) || draft.Chance(30) ? draft.Alias() : field.Name;
        var alias = key == field.Name ? "" : $"{key}: ";
        if (!IsComposite(field))
            return $"{alias}{field.Name}{text}{Conditions()}";
        var below = new Scope();
        var fieldRows = rows * (field.Type.IsList && field.Meaning is not FieldMeaning.Part ? 5 : field.Argument("first") is null ? 1 : Math.Max(first, 1));
        scope.Keys.Add(key, (type.Name, field, text, below, fieldRows));
        return $"{alias}{field.Name}{text}{Conditions()} {Below(field, below, depth, fieldRows, false)}";
    }

    private string Below(ApiField field, Scope below, int depth, int rows, bool isFragment) =>
        Set((ApiComposite)draft.Api.Types[field.Type.Name], below, depth + 1, rows, isFragment);

    private string Inline(ApiComposite type, Scope scope, int depth, int rows, bool isFragment)
    {
        if (draft.Chance(10))
            return $"...{Conditions()} {Set(type, scope, depth, rows, isFragment)}";
        var condition = draft.Any(Overlapping(type));
        return $"... on {condition.Name}{Conditions()} {Set(condition, scope, depth, rows, isFragment || condition != type)}";
    }

    /// <summary>A named fragment; its keys are its own, so that it may be spread anywhere and twice.</summary>
    private string Fragment(ApiComposite type, int depth)
    {
        var possible = Overlapping(type);
        var known = draft.Fragments.Where(fragment => possible.Contains(fragment.Type)).ToList();
        if (known.Count > 0 && draft.Chance(50))
            return draft.Any(known).Name;
        var condition = draft.Any(possible);
        var text = Set(condition, new(), Math.Max(depth, MostDepth - 1), MostRows / 3, true);
        var name = $"F{draft.Alias()}";
        draft.Fragments.Add((name, condition, text));
        return name;
    }

    /// <summary>The types that something of this type can also be.</summary>
    private List<ApiComposite> Overlapping(ApiComposite type)
    {
        var concrete = draft.Api.ConcreteTypes(type).Where(candidate => candidate.Name != "Chain").ToList();
        return [type, .. draft.Api.InOrder.OfType<ApiInterface>().Where(other => other != type && concrete.Any(one => one.Interfaces.Contains(other.Name))), .. concrete.Where(one => one != type)];
    }

    private string Conditions()
    {
        if (!draft.Chance(8))
            return "";
        var name = draft.Chance(50) ? "skip" : "include";
        var value = draft.Chance(20) ? draft.Chance(50) ? "true" : "false" : draft.Condition();
        return $" @{name}(if: {value}){(draft.Chance(10) ? $" @{(name == "skip" ? "include" : "skip")}(if: {draft.Condition()})" : "")}";
    }

    private bool IsComposite(ApiField field) => draft.Api.Types[field.Type.Name] is ApiComposite;

    /// <summary>Of the root fields those that the oracle knows; chains are a matter of search and have their own tests.</summary>
    private static bool IsComparable(ApiField field) =>
        field.Meaning is not FieldMeaning.Root or FieldMeaning.Root { Kind: not (RootKind.Chain or RootKind.Chains) };
}
