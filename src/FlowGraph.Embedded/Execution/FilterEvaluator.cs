using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Query.Filters;

namespace FlowGraph.Embedded.Execution;

/// <summary>A filter → a function of the row, column by column.</summary>
internal sealed class FilterEvaluator(Snapshot snapshot)
{
    public Func<Step, bool> Compile(Filter filter)
    {
        switch (filter)
        {
            case Filter.And and:
                var all = and.Parts.Select(Compile).ToArray();
                return row => Array.TrueForAll(all, part => part(row));
            case Filter.Or or:
                var some = or.Parts.Select(Compile).ToArray();
                return row => Array.Exists(some, part => part(row));
            case Filter.Not not:
                var inner = Compile(not.Part);
                return row => !inner(row);
            case Filter.Type type:
                return Type(type.Test);
            case Filter.Property property:
                return Property(property);
            case Filter.Link link:
                return Link(link);
            case Filter.Some quantified:
                return Some(quantified);
            default:
                throw new System.Diagnostics.UnreachableException(filter.ToString());
        }
    }

    private Func<Step, bool> Property(Filter.Property property)
    {
        // One test per concrete type, made when a node of it is met: other types can have a property of that name and of another kind.
        var tests = new Func<int, bool>?[snapshot.Tables.Nodes.Length];
        return row =>
        {
            var table = snapshot.Tables.OfNode(row.Node);
            var test = tests[table.Type.Ordinal] ??= table.Column(property.Name)?.Compile(property.Test) ?? (_ => false);
            return test(row.Node - table.Start);
        };
    }

    private Func<Step, bool> Link(Filter.Link link)
    {
        var tests = new Func<int, bool>?[snapshot.Tables.Edges.Length];
        return row =>
        {
            var table = snapshot.Tables.OfEdge(row.Edge);
            var test = tests[table.Type.Ordinal] ??= table.Column(link.Name)!.Compile(link.Test);
            return test(row.Edge - table.Start);
        };
    }

    private Func<Step, bool> Type(ValueTest test)
    {
        var names = new TextColumn([.. snapshot.Model.NodeTypes.Select(type => type.EnumName)]);
        var matches = names.Compile(test);
        return row => matches(snapshot.Tables.OfNode(row.Node).Type.Ordinal);
    }

    private Func<Step, bool> Some(Filter.Some some)
    {
        var shown = new ShownRows(snapshot, some.End, some.Row);
        var test = Compile(some.Row);
        var steps = snapshot.Ends[(some.End.Relationship, some.End.Direction)];
        return row =>
        {
            foreach (var step in steps.Of(row.Node))
            {
                if (shown.Has(step) && test(step))
                    return true;
            }
            return false;
        };
    }
}
