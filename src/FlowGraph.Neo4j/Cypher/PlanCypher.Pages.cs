using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

internal sealed partial class PlanCypher
{
    /// <summary>What a page is a page of.</summary>
    private readonly record struct PageRows(string Pattern, RowNames Names)
    {
        /// <summary>All nodes of a type.</summary>
        public static PageRows Of(NodeType type, string node) => new($"({node}:{type.Name})", new(node, null, null, [type]));
    }

    private Place Links(LinksField field, Owner owner, RecordShape shape)
    {
        var (edge, far) = (_names.Next("e"), _names.Next("n"));
        var rows = new PageRows(Steps.Pattern(owner.Name, field.End, edge, far, owner.Guard), new(far, edge, field.End, field.End.Target.Types));
        var (list, count, page) = Page(field.Connection, (PageRequest)_bound[field.Slot]!, rows, shape);
        return new(list is null ? -1 : shape.Add(list), Page: page);
    }

    /// <param name="shape">Where the count is put; without it the count is a column of the reply.</param>
    private (string? Rows, string? Count, PageShape Shape) Page(ConnectionPlan plan, PageRequest request, PageRows rows, RecordShape? shape = null)
    {
        var conditions = Conditions(request, rows);
        string? count = null;
        if (plan.NeedsCount)
            count = $"COUNT {{ MATCH {rows.Pattern}{Where(conditions)} }}";
        var place = count is null ? -1 : shape?.Add(count) ?? 0;
        if (!plan.NeedsRows)
            return (null, count, new(null, place));

        var row = rows.Names.End is null ? RecordShape.OfRow() : RecordShape.OfEdge([rows.Names.End.Edge], rows.Names.Edge!);
        var page = Row(plan.Fields, rows, row, place, request);
        var keys = OrderCypher.Keys(request.Order, rows.Names.Node).ToList();
        // One row more than is shown tells whether there is a next page.
        var limit = _parameters.Add(request.First + (AsksForNext(plan.Fields) ? 1 : 0));
        if (rows.Names.Edge is null && keys is [{ IsIndexed: true, MayBeMissing: true }, ..])
            return (InTwoSteps(rows, conditions, keys, request.After, limit, row), count, page);

        if (OrderCypher.After(request.After, keys, rows.Names.Ids, _parameters) is { } after)
            conditions.Add(after);
        else if (rows.Names.Edge is null && keys.Count == 0)
            // With a condition on it the index on ids gives the order; without a cursor everything comes after nothing.
            conditions.Add($"{rows.Names.Node}.id > {_parameters.Add("")}");
        return ($"COLLECT {{ MATCH {rows.Pattern}{Where(conditions)} WITH {rows.Names.Variables} ORDER BY {Order(keys, rows)} LIMIT {limit} RETURN {row.Text} }}", count, page);
    }

    private static string Order(IEnumerable<SortKey> keys, PageRows rows) => string.Join(", ", keys.Select(key => key.Order).Concat(rows.Names.Ids));

    /// <summary>First the nodes that have the key, in the order of its index; the others only where these do not fill the page. In one step all nodes would be sorted.</summary>
    private string InTwoSteps(PageRows rows, List<string> conditions, List<SortKey> keys, Cursor? after, string limit, RecordShape row)
    {
        var (first, rest) = (keys[0] with { MayBeMissing = false }, keys.Skip(1));
        string[] with = [$"{first.Expression} IS NOT NULL"];
        string[] without = [$"{first.Expression} IS NULL"];
        if (after is not null && OrderCypher.After(after with { Values = after.Values[1..] }, [.. rest], rows.Names.Ids, _parameters) is { } beyond)
        {
            if (after.Values[0].IsMissing)
                return $"COLLECT {{ MATCH {rows.Pattern}{Where([.. without, .. conditions, beyond])} WITH {rows.Names.Node} ORDER BY {Order(rest, rows)} LIMIT {limit} RETURN {row.Text} }}";
            with = [OrderCypher.From(first, after.Values[0], beyond, _parameters)];
        }
        return $"COLLECT {{ CALL () {{ MATCH {rows.Pattern}{Where([.. with, .. conditions])} WITH {rows.Names.Node} ORDER BY {Order(rest.Prepend(first), rows)} LIMIT {limit} RETURN collect({rows.Names.Node}) AS having }} "
            + $"CALL (having) {{ UNWIND CASE WHEN size(having) < {limit} THEN [true] ELSE [] END AS more MATCH {rows.Pattern}{Where([.. without, .. conditions])} "
            + $"WITH {rows.Names.Node} ORDER BY {Order(rest, rows)} LIMIT {limit} RETURN collect({rows.Names.Node}) AS lacking }} "
            + $"UNWIND having + lacking AS {rows.Names.Node} WITH {rows.Names.Node} LIMIT {limit} RETURN {row.Text} }}";
    }

    private static bool AsksForNext(ImmutableArray<FieldPlan> fields) =>
        fields.OfType<PartField>().Any(part => part.Fields.OfType<PartField>().Any(inner => inner.Part == ConnectionPart.HasNextPage));

    private List<string> Conditions(PageRequest request, PageRows rows)
    {
        List<string> conditions = [.. FilterCypher.AreShown(rows.Names, request.Where)];
        if (request.Where is { } where)
            conditions.Add(_filters.Condition(where, rows.Names));
        return conditions;
    }

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";

    private PageShape Row(ImmutableArray<FieldPlan> fields, PageRows rows, RecordShape row, int count, PageRequest request)
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
            Sort = [.. request.Order.Select(term => row.Add(Value(term.Property, rows.Names.Node)))],
            Id = row.Add($"{rows.Names.Node}.id"),
            Tie = rows.Names.Edge is null ? -1 : row.Add($"{rows.Names.Edge}.id"),
        };

        void PutNode(PartField part)
        {
            var node = Node(part.Record!, rows.Names.Types, rows.Names.Node);
            row.Put(part, new(row.Add(node.Text), node));
        }
    }

    private static bool HasCursors(ImmutableArray<FieldPlan> fields) => fields.OfType<PartField>().Any(part =>
        part.Fields.OfType<PartField>().Any(inner => inner.Part is ConnectionPart.Cursor or ConnectionPart.StartCursor or ConnectionPart.EndCursor));

    /// <summary>The facts that a source is cited for, by id. A citation knows its fact's id and status; the fact itself may be an edge, which nothing leads to.</summary>
    private Place Supports(SupportsField field, Owner owner, RecordShape shape)
    {
        var request = (SupportRequest)_bound[field.Slot]!;
        var (citation, fact) = (_names.Next("n"), _names.Next("f"));
        // Not retracted, and a fact: what is cited for an entity has no status.
        List<string> conditions = [$"{citation}.factStatus <> 'RETRACTED'"];
        if (request.Stance is { } stance)
            conditions.Add($"{citation}.stance = {_parameters.Add(stance)}");
        var match = $"MATCH {Cited(request.Relays, owner, citation)}";
        var plan = field.Connection;
        var count = plan.NeedsCount ? shape.Add($"COUNT {{ {match}{Where(conditions)} RETURN DISTINCT {citation}.factId }}") : -1;
        if (!plan.NeedsRows)
            return new(-1, Page: new(null, count));

        if (OrderCypher.After(request.Page.After, [], [$"{citation}.factId"], _parameters) is { } after)
            conditions.Add(after);
        var row = RecordShape.OfRow();
        var id = row.Add(fact);
        foreach (var part in plan.Fields.OfType<PartField>())
        {
            if (part.Part == ConnectionPart.Nodes)
                row.Put(part, new(id));
            foreach (var inner in part.Part == ConnectionPart.Edges ? part.Fields.OfType<PartField>() : [])
            {
                if (inner.Part == ConnectionPart.Node)
                    row.Put(inner, new(id));
                else if (inner.Part == ConnectionPart.SupportCitations)
                    row.Put(inner, Supporting(inner.Record!, request, owner, fact, row));
            }
        }
        var rows = $"COLLECT {{ {match}{Where(conditions)} WITH DISTINCT {citation}.factId AS {fact} ORDER BY {fact} LIMIT {_parameters.Add(request.Page.First + (AsksForNext(plan.Fields) ? 1 : 0))} RETURN {row.Text} }}";
        return new(shape.Add(rows), Page: new(row, count) { Id = id });
    }

    /// <summary>From a source, and where asked for from what is derived from it step by step, to its citations.</summary>
    private string Cited(bool relays, Owner source, string citation)
    {
        var derived = _model.NodeTypesByName[Labels.Source].Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural && relationship.Target.Name == Labels.Source);
        return relays
            ? $"({source.Guarded})<-[:{derived.Edge.Name}*0..]-()<-[:{FromSource.Edge.Name}]-({citation}:{Labels.Citation})"
            : $"({source.Guarded})<-[:{FromSource.Edge.Name}]-({citation}:{Labels.Citation})";
    }

    // In the order in which the fact lists them.
    private Place Supporting(RecordPlan plan, SupportRequest request, Owner source, string fact, RecordShape row)
    {
        var citation = _names.Next("n");
        var type = _model.NodeTypesByName[Labels.Citation];
        var stance = request.Stance is { } only ? $" AND {citation}.stance = {_parameters.Add(only)}" : "";
        var record = Node(plan, [type], citation);
        return new(row.Add($"COLLECT {{ MATCH {Cited(request.Relays, source, citation)} WHERE {citation}.factId = {fact}{stance} "
            + $"WITH DISTINCT {citation} ORDER BY {CitationOrder(citation)} RETURN {record.Text} }}"), record);
    }
}
