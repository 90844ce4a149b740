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
            case Filter.Among among:
                return Among(among);
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
        var ofEdges = Link(new(property.Name, property.Test));
        return row =>
        {
            if (row.Node < 0)
                return ofEdges(row);
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
        var nodes = snapshot.Tables.NodeTypeNames.Compile(test);
        var edges = snapshot.Tables.EdgeTypeNames.Compile(test);
        return row => row.Node >= 0 ? nodes(snapshot.Tables.OfNode(row.Node).Type.Ordinal) : edges(snapshot.Tables.OfEdge(row.Edge).Type.Ordinal);
    }

    private Func<Step, bool> Among(Filter.Among among)
    {
        if (among.Part == FactPart.Subject)
            return Subject(among.Test);
        var test = OfCitation(among);
        return row =>
        {
            foreach (var citation in snapshot.Citations.Of(snapshot.RecordOf(row)))
            {
                if (test(citation))
                    return true;
            }
            return false;
        };
    }

    private Func<int, bool> OfCitation(Filter.Among among)
    {
        var reader = new RecordReader(snapshot);
        switch (among.Part)
        {
            case FactPart.Source:
                var source = Id(among.Test);
                return citation => source(reader.SourceNode(citation));
            case FactPart.Origin:
                var origin = Citation("origin");
                return citation => origin(citation) && reader.Supports(citation);
            case FactPart.EvidenceType:
                return Citation("evidenceType");
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        Func<int, bool> Citation(string property)
        {
            var table = snapshot.Tables.Nodes[snapshot.Model.NodeTypesByName["Citation"].Ordinal];
            var test = table.Column(property)!.Compile(among.Test);
            return citation => test(citation - table.Start);
        }
    }

    private Func<Step, bool> Subject(ValueTest test)
    {
        var (own, id) = (Property(new("id", test)), Id(test));
        var claims = snapshot.Tables.Nodes[snapshot.Model.NodeTypesByName["Claim"].Ordinal];
        var subject = claims.Column("subjectId")!.Compile(test);
        return row =>
        {
            if (own(row))
                return true;
            if (row.Node >= 0)
                return snapshot.Tables.OfNode(row.Node) == claims && subject(row.Node - claims.Start);
            var edges = snapshot.Tables.OfEdge(row.Edge);
            return id(edges.From[row.Edge - edges.Start]) || id(edges.To[row.Edge - edges.Start]);
        };
    }

    /// <summary>A test on the id of a node.</summary>
    private Func<int, bool> Id(ValueTest test)
    {
        var property = Property(new("id", test));
        return node => property(new(node, -1));
    }

    private Func<Step, bool> Some(Filter.Some some)
    {
        var shown = new ShownRows(snapshot, some.End, some.Row);
        var test = Compile(some.Row);
        var steps = snapshot.Ends[(some.End.Relationship, some.End.Direction)];
        return row =>
        {
            // Nothing leads to an edge as such.
            if (row.Node < 0)
                return false;
            foreach (var step in steps.Of(row.Node))
            {
                if (shown.Has(step) && test(step))
                    return true;
            }
            return false;
        };
    }
}
