using System.Collections.Immutable;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Filters;

/// <summary>A coerced <c>where</c> → <see cref="Filter"/>. Pure.</summary>
public static class FilterCompiler
{
    public static Filter Compile(NodeSet set, InputObject where, string path = "where")
    {
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in where.Fields)
            parts.Add(Part(set, name, value, $"{path}.{name}"));
        return parts.Count == 1 ? parts[0] : new Filter.And(parts.ToImmutable());
    }

    private static Filter Part(NodeSet set, string name, object? value, string path)
    {
        switch (name)
        {
            case "and":
                return new Filter.And(Parts(set, value, path));
            case "or":
                return new Filter.Or(Parts(set, value, path));
            case "not":
                return new Filter.Not(Compile(set, NotNull(value, path), path));
        }
        var property = set.Properties.FirstOrDefault(p => p.FieldName == name);
        if (property is null && name == "type")
            return new Filter.Type(ValueTestCompiler.Compile(TypeName, NotNull(value, path), path));
        if (property is not null)
            return new Filter.Property(property.Name, ValueTestCompiler.Compile(property, NotNull(value, path), path));
        var end = ((NodeType)set).Ends.First(e => e.Name == name);
        return value is null ? new Filter.None(end) : new Filter.Single(end, Compile(end.Target, (InputObject)value, path));
    }

    private static readonly PropertyDefinition TypeName = new() { Index = -1, Name = "type", Kind = ValueKind.String };

    private static ImmutableArray<Filter> Parts(NodeSet set, object? value, string path) =>
        value is object?[] items
            ? [.. items.Select((item, i) => Compile(set, NotNull(item, path), FormattableString.Invariant($"{path}[{i}]")))]
            : throw Null(path);

    private static InputObject NotNull(object? value, string path) => value as InputObject ?? throw Null(path);

    internal static RequestException Null(string path) =>
        new(ErrorCodes.BadUserInput, $"{path}: found null, expected a value.", "null has a meaning only for eq, neq and a relationship; leave the operator out instead.");
}
