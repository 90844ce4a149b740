using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;

namespace FlowGraph.Embedded.Execution;

/// <summary>A filter → a function of the node, column by column.</summary>
internal sealed class FilterEvaluator(Snapshot snapshot)
{
    public Func<int, bool> Compile(Filter filter)
    {
        switch (filter)
        {
            case Filter.And and:
                var all = and.Parts.Select(Compile).ToArray();
                return node => Array.TrueForAll(all, part => part(node));
            case Filter.Or or:
                var some = or.Parts.Select(Compile).ToArray();
                return node => Array.Exists(some, part => part(node));
            case Filter.Not not:
                var inner = Compile(not.Part);
                return node => !inner(node);
            case Filter.Type type:
                return Type(type.Test);
            case Filter.Property property:
                return Property(property);
            case Filter.None none:
                return node => Target(none.End, node) < 0;
            case Filter.Single single:
                var target = Compile(single.Node);
                return node => Target(single.End, node) is >= 0 and var found && target(found);
            default:
                throw new System.Diagnostics.UnreachableException(filter.ToString());
        }
    }

    private Func<int, bool> Property(Filter.Property property)
    {
        // One test per concrete type, made when a node of it is met: other types can have a property of that name and of another kind.
        var tests = new Func<int, bool>?[snapshot.Tables.Nodes.Length];
        return node =>
        {
            var table = snapshot.Tables.OfNode(node);
            var test = tests[table.Type.Ordinal] ??= table.Column(property.Name)?.Compile(property.Test) ?? (_ => false);
            return test(node - table.Start);
        };
    }

    private Func<int, bool> Type(ValueTest test)
    {
        var names = new TextColumn([.. snapshot.Model.NodeTypes.Select(type => type.EnumName)]);
        var matches = names.Compile(test);
        return node => matches(snapshot.Tables.OfNode(node).Type.Ordinal);
    }

    /// <summary>The node that a single relationship leads to, or -1.</summary>
    private int Target(RelationshipEnd end, int node)
    {
        foreach (var step in snapshot.Ends[(end.Relationship, end.Direction)].Of(node))
        {
            if (end.Edge.Class == EdgeClass.Structural || !snapshot.Retracted[snapshot.Tables.NodeCount + step.Edge])
                return step.Node;
        }
        return -1;
    }
}
