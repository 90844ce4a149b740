using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Filters;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Pages of facts. A row is a node or an edge under one variable and has its id alone: what stands at it is fetched in a second round.</summary>
internal sealed partial class PlanCypher
{
    /// <summary>A page over all facts.</summary>
    public static PlanStatement Facts(GraphModel model, RootField root, object?[] bound)
    {
        var cypher = new PlanCypher(model, bound);
        var fact = cypher._names.Next("f");
        var nodes = FactNodes(model).GroupBy(Labels.Anchor).Select(types => new PageRows($"MATCH ({fact}:{types.Key})", new(fact, null, null, [.. types])));
        var edges = FactEdges(model, fact);
        var (rows, count, page) = cypher.FactPage(root.Connection!, (PageRequest)bound[root.Slot]!, [.. nodes, new($"MATCH (:{string.Join('|', Starts(edges))})-{Typed(edges)}->()", edges)], []);
        return cypher.Statement(rows ?? "null", new(0, Page: page), count);
    }

    private Place IncidentFacts(IncidentFactsField field, Owner owner, RecordShape shape)
    {
        var request = (IncidentRequest)_bound[field.Slot]!;
        var fact = _names.Next("f");
        var edges = FactEdges(_model, fact);
        var match = $"MATCH ({owner.Guarded}){(request.Direction == Direction.In ? "<" : "")}-{Typed(edges)}-{(request.Direction == Direction.Out ? ">" : "")}()";
        // The usual set is its own text; any other is a parameter.
        List<string> only = request.Types.Length == edges.Edges.Length ? [] : [$"type({fact}) IN {_parameters.Add(request.Types.Select(type => type.Name))}"];
        var (rows, count, page) = FactPage(field.Connection, request.Page, [new(match, edges)], only);
        return new(rows is null ? -1 : shape.Add(rows), Page: count is null ? page : page with { Count = shape.Add(count) });
    }

    /// <summary>The place of a fact's type among all, told from its id: that is the same for nodes and edges.</summary>
    internal string FactTypeOrdinal(string fact)
    {
        var places = FactType.Of(_model).Select((type, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN '{type.Prefix}' THEN {place}"));
        return $"CASE split({fact}.id, ':')[0] {string.Join(' ', places)} END";
    }

    private static IEnumerable<NodeType> FactNodes(GraphModel model) => model.NodeTypes.Where(type => type.IsFact);

    private static RowNames FactEdges(GraphModel model, string fact) => new(fact, null, null, []) { Edges = [.. Labels.Facts(model)] };

    private static string Typed(RowNames edges) => $"[{edges.Node}:{string.Join('|', edges.Edges.Select(type => type.Name))}]";

    /// <summary>Labels of the nodes where edges start: from there the store finds them, and it need not look at the many citations.</summary>
    private static IEnumerable<string> Starts(RowNames edges) => edges.Edges.SelectMany(type => type.Relationships).Select(relationship => Labels.Anchor(relationship.Source)).Distinct();

    /// <param name="parts">What a row can be, all under one variable.</param>
    /// <param name="only">Further conditions on all of them.</param>
    private (string? Rows, string? Count, PageShape Shape) FactPage(ConnectionPlan plan, PageRequest request, ImmutableArray<PageRows> parts, List<string> only)
    {
        var fact = parts[0].Names.Node;
        var found = parts.Select(part => (part.Match, Conditions: (List<string>)[.. only, .. Conditions(request.Where, part)])).ToList();
        var count = plan.NeedsCount ? string.Join(" + ", found.Select(part => $"COUNT {{ {part.Match}{Where(part.Conditions)} }}")) : null;
        var place = count is null ? -1 : 0;
        if (!plan.NeedsRows)
            return (null, count, new(null, place));
        if (parts.Length > 1 && request is { Where: null, Order.IsEmpty: true })
        {
            var (byId, shape) = ById(plan, request, fact, place);
            return (byId, count, shape);
        }

        var row = RecordShape.OfRow();
        var order = new PageOrder(request.Order, parts[0].Names, this);
        var page = FactRow(plan.Fields, row, row.Add($"{fact}.id"), place);
        if (HasCursors(plan.Fields))
            page = page with { Sort = [.. order.Values.Select(row.Add)] };
        var between = Between(request, order.Keys, [$"{fact}.id"]);
        var (by, limit) = (order.By(request.FromEnd), Limit(plan, request));
        // Each part gives as many as the page has at most, and the page is made of the first of them all.
        var first = found.Select(part => $"{part.Match}{Where([.. part.Conditions, .. between])} WITH {fact} ORDER BY {by} LIMIT {limit}").ToList();
        return first is [var single]
            ? ($"COLLECT {{ {single} RETURN {row.Text} }}", count, page)
            : ($"COLLECT {{ CALL () {{ {string.Join(" UNION ALL ", first.Select(part => $"{part} RETURN {fact}"))} }} WITH {fact} ORDER BY {by} LIMIT {limit} RETURN {row.Text} }}", count, page);
    }

    /// <param name="id">Where the row has the fact's id.</param>
    private static PageShape FactRow(ImmutableArray<FieldPlan> fields, RecordShape row, int id, int count)
    {
        foreach (var part in fields.OfType<PartField>())
        {
            if (part.Part == ConnectionPart.Nodes)
                row.Put(part, new(id));
            foreach (var inner in part.Fields.OfType<PartField>().Where(inner => inner.Part == ConnectionPart.Node))
                row.Put(inner, new(id));
        }
        return new(row, count) { Id = id };
    }

    private List<string> Between(PageRequest request, IReadOnlyList<SortKey> keys, string[] ids)
    {
        List<string> between = [];
        if (request.After is { } after)
            between.Add(OrderCypher.Beyond(after, false, keys, ids, _parameters));
        if (request.Before is { } before)
            between.Add(OrderCypher.Beyond(before, true, keys, ids, _parameters));
        return between;
    }

    /// <summary>The facts that a source is cited for, by id. A citation knows its fact's id and status; the fact itself may be an edge, which nothing leads to.</summary>
    private Place Supports(SupportsField field, Owner owner, RecordShape shape)
    {
        var request = (SupportRequest)_bound[field.Slot]!;
        var (citation, fact) = (_names.Next("n"), _names.Next("f"));
        // Not retracted, and a fact: what is cited for an entity has no status.
        List<string> conditions = [Filter.NamesStatus(request.Page.Where) ? $"{citation}.factStatus IS NOT NULL" : Steps.IsShown(citation, "factStatus")];
        if (request.Stance is { } stance)
            conditions.Add($"{citation}.stance = {_parameters.Add(stance)}");
        if (request.IsSole)
            conditions.Add(HasNoOther(owner, citation));
        if (request.Page.Where is { } where)
            conditions.Add(OfFact(where, citation));
        var match = $"MATCH {Cited(request.Relays, owner, citation)}";
        var plan = field.Connection;
        var count = plan.NeedsCount ? shape.Add($"COUNT {{ {match}{Where(conditions)} RETURN DISTINCT {citation}.factId }}") : -1;
        if (!plan.NeedsRows)
            return new(-1, Page: new(null, count));

        conditions.AddRange(Between(request.Page, [], [$"{citation}.factId"]));
        var row = RecordShape.OfRow();
        var page = FactRow(plan.Fields, row, row.Add(fact), count);
        foreach (var citations in plan.Fields.OfType<PartField>().SelectMany(part => part.Fields.OfType<PartField>()).Where(inner => inner.Part == ConnectionPart.SupportCitations))
            row.Put(citations, Supporting(citations.Record!, request, owner, fact, row));
        return new(shape.Add($"COLLECT {{ {match}{Where(conditions)} {Distinct(citation, fact, plan, request.Page)} RETURN {row.Text} }}"), Page: page);
    }

    private string Distinct(string citation, string fact, ConnectionPlan plan, PageRequest page) =>
        $"WITH DISTINCT {citation}.factId AS {fact} ORDER BY {fact}{(page.FromEnd ? " DESC" : "")} LIMIT {Limit(plan, page)}";

    /// <summary>All facts by id. No index has the edges of all types, but each fact has a citation, and these are indexed by it.</summary>
    private (string Rows, PageShape Page) ById(ConnectionPlan plan, PageRequest request, string fact, int count)
    {
        var citation = _names.Next("n");
        var between = Between(request, [], [$"{citation}.factId"]);
        if (between.Count == 0)
            between.Add($"{citation}.factId > {_parameters.Add("")}");
        var row = RecordShape.OfRow();
        var page = FactRow(plan.Fields, row, row.Add(fact), count);
        return ($"COLLECT {{ MATCH ({citation}:{Labels.Citation}){Where([.. between, Steps.IsShown(citation, "factStatus")])} {Distinct(citation, fact, plan, request)} RETURN {row.Text} }}", page);
    }

    /// <summary>Whatever supports the citation's fact is of this source.</summary>
    private string HasNoOther(Owner source, string citation)
    {
        var other = _names.Next("n");
        return $"NOT EXISTS {{ MATCH ({other}:{Labels.Citation} {{factId: {citation}.factId}}) WHERE {other}.stance = 'SUPPORTS' AND NOT EXISTS {{ ({other})-[:{FromSource.Edge.Name}]->({source.Name}) }} }}";
    }

    /// <summary>A condition on the fact of a citation: an event or claim, which leads to it, or an edge, whose start it knows.</summary>
    private string OfFact(Filter where, string citation)
    {
        var fact = _names.Next("f");
        var ofNode = _filters.Condition(where, new(fact, null, null, [.. FactNodes(_model)]));
        var edges = FactEdges(_model, fact);
        var ofEdge = _filters.Condition(where, edges);
        return $"(EXISTS {{ MATCH ({fact})-[:{Labels.CitedBy}]->({citation}) WHERE {ofNode} }}"
            + string.Concat(Starts(edges).Select(anchor => $" OR EXISTS {{ MATCH (:{anchor} {{id: {citation}.factFrom}})-[{fact}]->() WHERE {fact}.id = {citation}.factId AND {ofEdge} }}")) + ")";
    }

    /// <summary>From a source, and where asked for from what is derived from it step by step, to its citations.</summary>
    private string Cited(bool relays, Owner source, string citation)
    {
        var derived = _model.NodeTypesByName[Labels.Source].Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural && relationship.Target.Name == Labels.Source);
        return relays
            ? $"({source.Guarded})<-[:{derived.Edge.Name}*0..]-()<-[:{FromSource.Edge.Name}]-({citation}:{Labels.Citation})"
            : $"({source.Guarded})<-[:{FromSource.Edge.Name}]-({citation}:{Labels.Citation})";
    }

    private Place Supporting(RecordPlan plan, SupportRequest request, Owner source, string fact, RecordShape row)
    {
        var citation = _names.Next("n");
        var stance = request.Stance is { } only ? $" AND {citation}.stance = {_parameters.Add(only)}" : "";
        var (record, order) = Citation(plan, citation);
        return new(row.Add($"COLLECT {{ MATCH {Cited(request.Relays, source, citation)} WHERE {citation}.factId = {fact}{stance} WITH DISTINCT {citation} RETURN {record.Text} }}"), record) { Order = order };
    }
}
