using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Filters;

/// <summary>A coerced <c>where</c> → <see cref="Filter"/>. Pure.</summary>
public static partial class FilterCompiler
{
    private static readonly PropertyDefinition _typeName = new() { Index = -1, Name = "type", Kind = ValueKind.String };

    /// <param name="set">What the nodes are that it speaks of.</param>
    public static Filter Compile(NodeSet set, InputObject where, string path = "where") =>
        Compile(where, path, (name, value, at) => Node(set, name, value, at));

    /// <param name="end">Whose links it speaks of.</param>
    public static Filter CompileLink(RelationshipEnd end, InputObject where, string path) =>
        Compile(where, path, (name, value, at) => name == "node"
            ? Compile(end.Target, NotNull(value, at), at)
            : Property(end.Edge.Properties.First(property => property.FieldName == name), value, at, (property, test) => new Filter.Link(property, test)));

    /// <summary>The operators on a number of things.</summary>
    public static ValueTest Count(object? operators, string path) => ValueTestCompiler.Compile(_count, NotNull(operators, $"{path}.count"), $"{path}.count");

    private static readonly PropertyDefinition _count = new() { Index = -1, Name = "count", Kind = ValueKind.Int };

    /// <summary>What one field of an input demands.</summary>
    private delegate Filter Demand(string name, object? value, string path);

    private static Filter Compile(InputObject where, string path, Demand own)
    {
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in where.Fields)
        {
            var at = $"{path}.{name}";
            parts.Add(name switch
            {
                "and" => new Filter.And(Parts(value, at, own)),
                "or" => new Filter.Or(Parts(value, at, own)),
                "not" => new Filter.Not(Compile(NotNull(value, at), at, own)),
                _ => own(name, value, at),
            });
        }
        return parts.Count == 1 ? parts[0] : new Filter.And(parts.ToImmutable());
    }

    private static ImmutableArray<Filter> Parts(object? value, string path, Demand own)
    {
        var items = value as object?[] ?? throw Null(path);
        var parts = ImmutableArray.CreateBuilder<Filter>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            var at = FormattableString.Invariant($"{path}[{i}]");
            parts.Add(Compile(NotNull(items[i], at), at, own));
        }
        return parts.MoveToImmutable();
    }

    private static Filter Node(NodeSet set, string name, object? value, string path)
    {
        if (set.Properties.FirstOrDefault(property => property.FieldName == name) is { } found)
            return Property(found, value, path, (property, test) => new Filter.Property(property, test));
        if (name == _typeName.Name)
            return new Filter.Type(ValueTestCompiler.Compile(_typeName, NotNull(value, path), path));
        var (end, speaksOfLinks) = End(set, name);
        if (value is not InputObject given)
            return Any(end, false);
        Filter Row(InputObject where, string at) => speaksOfLinks ? CompileLink(end, where, at) : Compile(end.Target, where, at);
        if (!end.IsList)
            return new Filter.Some(end, Row(given, path));
        return Compile(given, path, (quantifier, inner, at) => quantifier switch
        {
            "any" => Any(end, (bool)(inner ?? throw Null(at))),
            "some" => new Filter.Some(end, Row(NotNull(inner, at), at)),
            "none" => new Filter.Not(new Filter.Some(end, Row(NotNull(inner, at), at))),
            "all" => new Filter.Not(new Filter.Some(end, new Filter.Not(Row(NotNull(inner, at), at)))),
            _ => throw new System.Diagnostics.UnreachableException(quantifier),
        });
    }

    private static Filter Any(RelationshipEnd end, bool any)
    {
        var some = new Filter.Some(end, Filter.All);
        return any ? some : new Filter.Not(some);
    }

    /// <summary>The relationship that a field of a filter speaks of, of its nodes or of its links.</summary>
    private static (RelationshipEnd End, bool SpeaksOfLinks) End(NodeSet set, string name) =>
        set.Ends.FirstOrDefault(end => end.Name == name) is { } plain ? (plain, false) : (set.Ends.First(end => LinkName(end) == name), true);

    /// <summary>The field of a filter that speaks of a relationship's links.</summary>
    public static string LinkName(RelationshipEnd end) => end.Name + (end.IsList ? "Edges" : "Fact");

    private static Filter Property(PropertyDefinition property, object? value, string path, Func<string, ValueTest, Filter> filter) =>
        filter(property.Name, ValueTestCompiler.Compile(property, NotNull(value, path), path));

    private static InputObject NotNull(object? value, string path) => value as InputObject ?? throw Null(path);

    internal static RequestException Null(string path) =>
        new(ErrorCodes.BadUserInput, $"{path}: found null, expected a value.", "null has a meaning only for eq, neq and a relationship; leave the operator out instead.");
}
