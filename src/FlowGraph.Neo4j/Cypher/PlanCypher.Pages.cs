using System.Collections.Immutable;
using System.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Api;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

internal sealed partial class PlanCypher
{
    /// <summary>What a page is a page of.</summary>
    /// <param name="Match">What finds the rows; conditions may follow.</param>
    /// <param name="IsIndexed">They are all that a label has, so that its indexes know their order.</param>
    private readonly record struct PageRows(string Match, RowNames Names, bool IsIndexed = false)
    {
        /// <summary>All nodes of a type or group.</summary>
        public static PageRows Of(NodeSet set, string node) => new($"MATCH ({node}:{Labels.Of(set)})", new(node, null, null, set.Types), IsIndexed: true);
    }

    private Place Links(LinksField field, Owner owner, RecordShape shape)
    {
        var (edge, far) = (_names.Next("e"), _names.Next("n"));
        var rows = new PageRows($"MATCH {Steps.Pattern(owner.Name, field.End, edge, far, owner.Guard)}", new(far, edge, field.End, field.End.Target.Types));
        var (list, count, page) = Page(field.Connection, (PageRequest)_bound[field.Slot]!, rows, shape);
        return new(list is null ? -1 : shape.Add(list), Page: page);
    }

    /// <param name="shape">Where the count is put; without it the count is a column of the reply.</param>
    private (string? Rows, string? Count, PageShape Shape) Page(ConnectionPlan plan, PageRequest request, PageRows rows, RecordShape? shape = null)
    {
        var conditions = Conditions(request.Where, rows);
        string? count = null;
        if (plan.NeedsCount)
            count = $"COUNT {{ {rows.Match}{Where(conditions)} }}";
        var place = count is null ? -1 : shape?.Add(count) ?? 0;
        if (!plan.NeedsRows)
            return (null, count, new(null, place));

        var row = rows.Names.End is null ? RecordShape.OfRow() : RecordShape.OfEdge([rows.Names.End.Edge], rows.Names.Edge!);
        var order = new PageOrder(request.Order, rows.Names, this);
        var page = Row(plan.Fields, rows, order, row, place);
        var limit = Limit(plan, request);
        return (Rows(rows, conditions, order, request, limit, row), count, page);
    }

    private string Rows(PageRows rows, List<string> conditions, PageOrder order, PageRequest request, string limit, RecordShape row)
    {
        if (rows.IsIndexed && order.Found.IsEmpty && order.Keys is [{ IsIndexed: true, MayBeMissing: true }, ..] && (request.FromEnd ? request.After : request.Before) is null)
            return InTwoSteps(rows, conditions, order, request, limit, row);

        var between = Between(request, order.Keys, rows.Names.Ids);
        if (between.Count == 0 && rows.IsIndexed && order.Keys.IsEmpty)
            // With a condition on it the index on ids gives the order; without a cursor everything comes after nothing.
            between.Add($"{rows.Names.Node}.id > {_parameters.Add("")}");
        // What is found over edges is found once for each row, then compared and ordered by.
        var matched = order.Found.IsEmpty ? $"{Where([.. conditions, .. between])}" : $"{Where(conditions)} WITH {string.Join(", ", order.Found.Prepend(rows.Names.Variables))}{Where(between)}";
        return $"COLLECT {{ {rows.Match}{matched} WITH {order.Variables} ORDER BY {order.By(request.FromEnd)} LIMIT {limit} RETURN {row.Text} }}";
    }

    /// <summary>First the nodes that have the key, in the order of its index; the others only where these do not fill the page, and from the end the other way round. In one step all nodes would be sorted.</summary>
    private string InTwoSteps(PageRows rows, List<string> conditions, PageOrder order, PageRequest request, string limit, RecordShape row)
    {
        var node = rows.Names.Node;
        var (first, rest) = (order.Keys[0] with { MayBeMissing = false }, order.Keys.RemoveAt(0));
        string[] having = [$"{first.Expression} IS NOT NULL", .. conditions];
        string[] lacking = [$"{first.Expression} IS NULL", .. conditions];
        string With(IEnumerable<string> where) => $"{rows.Match}{Where([.. where])} WITH {node} ORDER BY {order.By(request.FromEnd, rest.Insert(0, first))} LIMIT {limit}";
        string Without(IEnumerable<string> where) => $"{rows.Match}{Where([.. where])} WITH {node} ORDER BY {order.By(request.FromEnd, rest)} LIMIT {limit}";
        if ((request.FromEnd ? request.Before : request.After) is { } cursor)
        {
            var beyond = OrderCypher.Beyond(cursor with { Values = cursor.Values[1..] }, request.FromEnd, rest, rows.Names.Ids, _parameters);
            if (!cursor.Values[0].IsMissing)
                having = [OrderCypher.From(first, request.FromEnd, cursor.Values[0], beyond, _parameters), .. conditions];
            else
                lacking = [.. lacking, beyond];
            // Nothing of the other kind lies in that direction.
            if (cursor.Values[0].IsMissing != request.FromEnd)
                return $"COLLECT {{ {(request.FromEnd ? With(having) : Without(lacking))} RETURN {row.Text} }}";
        }
        var (one, other) = request.FromEnd ? (Without(lacking), With(having)) : (With(having), Without(lacking));
        return $"COLLECT {{ CALL () {{ {one} RETURN collect({node}) AS some }} "
            + $"CALL (some) {{ UNWIND CASE WHEN size(some) < {limit} THEN [true] ELSE [] END AS more {other} RETURN collect({node}) AS further }} "
            + $"UNWIND some + further AS {node} WITH {node} LIMIT {limit} RETURN {row.Text} }}";
    }

    // One row more than is shown tells whether there is a further page.
    private string Limit(ConnectionPlan plan, PageRequest request) => _parameters.Add(request.Size + (AsksForMore(plan.Fields, request) ? 1 : 0));

    private static bool AsksForMore(ImmutableArray<FieldPlan> fields, PageRequest request)
    {
        var asked = request.FromEnd ? ConnectionPart.HasPreviousPage : ConnectionPart.HasNextPage;
        return fields.OfType<PartField>().Any(part => part.Fields.OfType<PartField>().Any(inner => inner.Part == asked));
    }

    private List<string> Conditions(Filter? where, PageRows rows)
    {
        List<string> conditions = [.. FilterCypher.AreShown(rows.Names, where)];
        if (where is not null)
            conditions.Add(_filters.Condition(where, rows.Names));
        return conditions;
    }

    /// <summary>What is needed of all nodes that match, each with its id before it, or only their number.</summary>
    public static PlanStatement Measures(GraphModel model, AggregateRequest request, AggregateNeeds needs)
    {
        var cypher = new PlanCypher(model, []);
        var rows = PageRows.Of(request.Type, cypher._names.Next("n"));
        var node = rows.Names.Node;
        var match = $"{rows.Match}{Where(cypher.Conditions(request.Where, rows))}";
        if (needs.IsCountOnly)
            return cypher.Statement("null", default, $"COUNT {{ {match} }}");
        var ends = needs.Ends.Select(end => cypher.Found(new OrderTerm.Property([end], end.Target.Types[0].Properties[0], false), node).Expression);
        var values = needs.Properties.Select(property => Value(property, node)).Concat(ends).Prepend($"{node}.id");
        return cypher.Statement($"COLLECT {{ {match} WITH {node} ORDER BY {node}.id RETURN [{string.Join(", ", values)}] }}", default);
    }

    internal string NextName(string prefix) => _names.Next(prefix);

    /// <summary>The components of a key that is found over edges, as a list; an empty value where a path leads nowhere.</summary>
    internal (string Expression, IEnumerable<SortKey> Components) Found(OrderTerm term, string node)
    {
        var owner = term.Path.IsEmpty ? node : _names.Next("n");
        var components = term switch
        {
            OrderTerm.Property property => OrderCypher.Keys(property.Definition, term.Descending, owner).ToList(),
            OrderTerm.Count count => [new SortKey(Length(count.List, owner), ValueKind.Int, term.Descending, false)],
            _ => throw new UnreachableException(term.ToString()),
        };
        var list = $"[{string.Join(", ", components.Select(component => component.Expression))}]";
        for (var i = term.Path.Length - 1; i >= 0; i--)
        {
            var (near, edge) = (i == 0 ? node : _names.Next("n"), _names.Next("e"));
            list = $"COLLECT {{ MATCH {Steps.Pattern(near, term.Path[i], edge, owner)} WHERE {Steps.IsShown(term.Path[i], edge)} WITH {edge}, {owner} ORDER BY {owner}.id, {edge}.id LIMIT 1 RETURN {list} }}[0]";
            owner = near;
        }
        return (list, components);
    }

    private string Length(RelationshipEnd list, string node)
    {
        var rows = new RowNames(_names.Next("n"), _names.Next("e"), list, list.Target.Types);
        return $"COUNT {{ MATCH {Steps.Pattern(node, list, rows.Edge!, rows.Node)}{Where([.. FilterCypher.AreShown(rows, null)])} }}";
    }

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";

    private PageShape Row(ImmutableArray<FieldPlan> fields, PageRows rows, PageOrder order, RecordShape row, int count)
    {
        foreach (var part in fields.OfType<PartField>())
        {
            if (part.Part == ConnectionPart.Nodes)
                PutNode(part);
            else if (part.Part == ConnectionPart.Edges && rows.Names.End is { } end)
                Link(part.Fields, end, rows.Names.Edge!, rows.Names.Node, row);
            else if (part.Part == ConnectionPart.Edges)
                part.Fields.OfType<PartField>().Where(inner => inner.Part == ConnectionPart.Node).ToList().ForEach(PutNode);
        }
        var page = new PageShape(row, count);
        if (!HasCursors(fields))
            return page;
        return page with
        {
            Sort = [.. order.Values.Select(row.Add)],
            Id = row.Add($"{rows.Names.Node}.id"),
            Tie = rows.Names.Edge is null ? -1 : row.Add($"{rows.Names.Edge}.id"),
        };

        void PutNode(PartField part)
        {
            var node = rows.Names.End is null ? KeptNode(part.Record!, rows.Names.Types, rows.Names.Node) : Node(part.Record!, rows.Names.Types, rows.Names.Node);
            row.Put(part, new(row.Add(node.Text), node));
        }
    }

    private static bool HasCursors(ImmutableArray<FieldPlan> fields) => fields.OfType<PartField>().Any(part =>
        part.Fields.OfType<PartField>().Any(inner => inner.Part is ConnectionPart.Cursor or ConnectionPart.StartCursor or ConnectionPart.EndCursor));
}
