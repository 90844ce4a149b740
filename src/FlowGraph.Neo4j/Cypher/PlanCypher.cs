using System.Collections.Immutable;
using System.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>A statement, and where its reply has what. The first column is the release's hash and state, the second the rows, the third a count.</summary>
/// <param name="Place">Of the second column; its slot means nothing.</param>
internal sealed record PlanStatement(CypherStatement Statement, Place Place);

/// <summary>
/// A plan → one statement per root: the page first, then what hangs on its rows, as lists within lists.
/// Values are parameters, names come from the model, and one plan gives one text for all values of the same form.
/// </summary>
internal sealed partial class PlanCypher
{
    private readonly GraphModel _model;
    private readonly BoundValues _bound;
    private readonly ParameterList _parameters = new();
    private readonly VariableNames _names = new();
    private readonly FilterCypher _filters;

    private PlanCypher(GraphModel model, object?[] bound)
    {
        _model = model;
        _bound = new(bound);
        _filters = new(_parameters, _names);
    }

    /// <summary>The node that a look-up names, as a list of one or none.</summary>
    public static PlanStatement LookUp(GraphModel model, RootField root, object?[] bound)
    {
        var cypher = new PlanCypher(model, bound);
        var request = (LookUpRequest)bound[root.Slot]!;
        var conditions = request.Keys.Select(key => (key.Key.Name, key.Value));
        if (request.Id is { } id)
            conditions = conditions.Prepend(("id", id));
        var node = cypher._names.Next("n");
        var given = string.Join(", ", conditions.Select(condition => $"{condition.Item1}: {cypher._parameters.Add(condition.Item2)}"));
        var shape = cypher.KeptNode(root.Record!, root.Set!.Types, node);
        return cypher.Statement($"COLLECT {{ MATCH ({node}:{Labels.Of(root.Set)} {{{given}}}) RETURN {shape.Text} }}", new(0, shape));
    }

    /// <summary>A page over all nodes of a type or group.</summary>
    public static PlanStatement Page(GraphModel model, RootField root, object?[] bound)
    {
        var cypher = new PlanCypher(model, bound);
        var node = cypher._names.Next("n");
        var (rows, count, shape) = cypher.Page(root.Connection!, (PageRequest)bound[root.Slot]!, PageRows.Of(root.Set!, node));
        return cypher.Statement(rows ?? "null", new(0, Page: shape), count);
    }

    /// <summary>Nodes by id, each with its id before it.</summary>
    /// <param name="anchor">Label under which all of <paramref name="ids"/> are found.</param>
    public static PlanStatement Nodes(GraphModel model, RecordPlan plan, string anchor, IReadOnlyList<string> ids, object?[] bound)
    {
        var cypher = new PlanCypher(model, bound);
        var node = cypher._names.Next("n");
        var shape = cypher.KeptNode(plan, [.. model.NodeTypes.Where(type => Labels.Anchor(type) == anchor)], node);
        return cypher.Statement($"COLLECT {{ UNWIND {cypher._parameters.Add(ids)} AS id MATCH ({node}:{anchor} {{id: id}}) RETURN [id, {shape.Text}] }}", new(1, shape));
    }

    /// <summary>Edges by id, each with its id before it.</summary>
    public static PlanStatement Edges(GraphModel model, RecordPlan plan, IReadOnlyList<string> ids, object?[] bound)
    {
        var cypher = new PlanCypher(model, bound);
        var edge = cypher._names.Next("e");
        var shape = cypher.Edge(plan.Edge, [.. Labels.Facts(model)], edge);
        return cypher.Statement(Steps.EdgesById(model, cypher._parameters.Add(ids), edge, $"[id, {shape.Text}]"), new(1, shape));
    }

    private PlanStatement Statement(string rows, Place place, string? count = null) => new(
        _parameters.Statement($"RETURN {ReleaseCypher.State} AS release, {rows} AS rows{(count is null ? "" : $", {count} AS total")}"), place);

    /// <summary>As <see cref="Node"/>, for a record that stands in no other.</summary>
    private RecordShape KeptNode(RecordPlan plan, ImmutableArray<NodeType> possible, string node) =>
        KeptShape.Of(plan, node, possible, _bound, _names, _parameters, () => Node(plan, possible, node));

    private RecordShape Node(RecordPlan plan, ImmutableArray<NodeType> possible, string node)
    {
        ImmutableArray<NodeType> types = [.. possible.Where(type => !plan.ByType[type.Ordinal].IsDefault)];
        var shape = RecordShape.OfNode(types, node);
        foreach (var type in types)
        {
            var owner = new Owner(node, shape.HasTag ? type.Name : null);
            foreach (var field in plan.ByType[type.Ordinal])
                Put(field, owner, shape);
        }
        return shape;
    }

    private RecordShape Edge(ImmutableArray<FieldPlan> fields, ImmutableArray<EdgeType> types, string edge)
    {
        var shape = RecordShape.OfEdge(types, edge);
        foreach (var field in fields)
            Put(field, new(edge, types), shape);
        return shape;
    }

    /// <summary>The link of an edge, seen from the side that asks.</summary>
    private void Link(ImmutableArray<FieldPlan> fields, RelationshipEnd end, string edge, string far, RecordShape shape)
    {
        foreach (var field in fields)
        {
            switch (field)
            {
                case PartField { Part: ConnectionPart.Node } part:
                    var node = Node(part.Record!, end.Target.Types, far);
                    shape.Put(part, new(shape.Add(node.Text), node));
                    break;
                case PartField { Part: ConnectionPart.Fact } part:
                    var fact = Edge(part.Record!.Edge, [end.Edge], edge);
                    shape.Put(part, new(shape.Add(fact.Text), fact));
                    break;
                case PartField { Part: ConnectionPart.FactId } part:
                    shape.Put(part, new(shape.Add($"{edge}.id")));
                    break;
                case PartField:
                    break;
                default:
                    Put(field, new(edge, [end.Edge]), shape);
                    break;
            }
        }
    }

    private void Put(FieldPlan field, Owner owner, RecordShape shape)
    {
        switch (field)
        {
            case PropertyField property:
                Property(property, owner, shape);
                break;
            case ReferenceField reference:
                shape.Put(reference, Reference(reference.Record, $"{owner.Name}.{reference.Property.Name}", shape));
                break;
            case LinksField links:
                shape.Put(links, Links(links, owner, shape));
                break;
            case SingleField single:
                shape.Put(single, Single(single.End, owner, shape, (_, far) => Node(single.Record, single.End.Target.Types, far)));
                break;
            case SingleLinkField single:
                shape.Put(single, Single(single.End, owner, shape, (edge, far) =>
                {
                    var link = RecordShape.OfEdge([single.End.Edge], edge);
                    Link(single.Link, single.End, edge, far, link);
                    return link;
                }));
                break;
            case StructuralField structural:
                shape.Put(structural, Structural(structural, owner, shape));
                break;
            case SanctionField sanctions:
                shape.Put(sanctions, Sanctions(sanctions, owner, shape));
                break;
            case CitationsField citations:
                shape.Put(citations, Citations(citations, owner, shape));
                break;
            case ClaimsField claims:
                shape.Put(claims, Claims(claims.Record, _bound[claims.Slot] is string only ? _parameters.Add(only) : null, owner, shape));
                break;
            case SupportsField supports:
                shape.Put(supports, Supports(supports, owner, shape));
                break;
            case CiteField cite:
                shape.Put(cite, new(shape.Add($"{owner.Name}.id")));
                break;
            case IncidentFactsField incident:
                shape.Put(incident, IncidentFacts(incident, owner, shape));
                break;
            case ComputedField computed:
                shape.Put(computed, Computed(computed, owner, shape));
                break;
            case ConstantField:
                break;
            default:
                throw new UnreachableException(field.GetType().Name);
        }
    }

    private void Property(PropertyField field, Owner owner, RecordShape shape)
    {
        shape.Put(field, new(shape.Add(Value(field.Property, owner.Name))));
        foreach (var claims in field.Value?.Fields.OfType<QuantityClaimsField>() ?? [])
            shape.Put(claims, Claims(claims.Record, $"'{field.Property.Name}'", owner, shape));
    }

    /// <summary>All that a property's value is made of.</summary>
    internal static string Value(PropertyDefinition property, string owner)
    {
        var stored = StoredProperty.Of(property);
        return property.Kind switch
        {
            // The other parts follow from the text.
            ValueKind.FuzzyDate => $"{owner}.{stored[0].Name}",
            ValueKind.Quantity => $"[{string.Join(", ", stored.Select(part => $"{owner}.{part.Name}"))}]",
            _ => $"{owner}.{stored[0].Name}",
        };
    }

    /// <summary>The record whose id an expression gives.</summary>
    private Place Reference(RecordPlan plan, string id, RecordShape shape)
    {
        // Whatever can also be an edge is asked for by its id: there is no index over edges of all types.
        if (!plan.Edge.IsDefault)
            return new(shape.Add(id));
        ImmutableArray<NodeType> types = [.. _model.NodeTypes.Where(type => !plan.ByType[type.Ordinal].IsDefault)];
        var node = _names.Next("n");
        var record = Node(plan, types, node);
        var lists = types.Select(Labels.Anchor).Distinct().Select(anchor => $"COLLECT {{ MATCH ({node}:{anchor} {{id: {id}}}) RETURN {record.Text} }}");
        return new(shape.Add(string.Join(" + ", lists)), record);
    }

    private Place Single(RelationshipEnd end, Owner owner, RecordShape shape, Func<string, string, RecordShape> record)
    {
        var (edge, far) = (_names.Next("e"), _names.Next("n"));
        var inner = record(edge, far);
        return new(shape.Add($"COLLECT {{ MATCH {Steps.Pattern(owner.Name, end, edge, far, owner.Guard)} WHERE {Steps.IsShown(end, edge)} "
            + $"WITH {edge}, {far} ORDER BY {far}.id, {edge}.id LIMIT 1 RETURN {inner.Text} }}"), inner);
    }

    private Place Structural(StructuralField field, Owner owner, RecordShape shape)
    {
        var far = _names.Next("n");
        var record = Node(field.Record, field.End.Target.Types, far);
        // Where there can be one only, there is nothing to put in order; whoever reads the reply refuses a second.
        var order = field.End.IsList ? ListOrder.Of(record, far) : null;
        return new(shape.Add($"COLLECT {{ MATCH {Steps.Pattern(owner.Name, field.End, "", far, owner.Guard)} RETURN {record.Text} }}"), record) { Order = order };
    }

    // An edge has no edge to its citations, but their ids.
    private Place Citations(CitationsField field, Owner owner, RecordShape shape)
    {
        var citation = _names.Next("n");
        var stance = _bound[field.Slot] is string only ? $" WHERE {citation}.stance = {_parameters.Add(only)}" : "";
        var (record, order) = Citation(field.Record, citation);
        var id = _names.Next("i");
        var match = owner.Edges.IsEmpty
            ? $"MATCH ({owner.Guarded})-[:{Labels.CitedBy}]->({citation})"
            : $"UNWIND {owner.Name}.citationIds AS {id} MATCH ({citation}:{Labels.Citation} {{id: {id}}})";
        return new(shape.Add($"COLLECT {{ {match}{stance} RETURN {record.Text} }}"), record) { Order = order };
    }

    /// <summary>What supports comes first, then the better grade.</summary>
    private (RecordShape Record, ListOrder Order) Citation(RecordPlan plan, string citation)
    {
        var type = _model.NodeTypesByName[Labels.Citation];
        var record = Node(plan, [type], citation);
        return (record, ListOrder.Of(record, citation, type.Property("stance")!, type.Property("grade")!));
    }

    /// <param name="property">Only claims on the property that this expression names.</param>
    private Place Claims(RecordPlan plan, string? property, Owner owner, RecordShape shape)
    {
        var claim = _names.Next("n");
        var type = _model.NodeTypesByName[Labels.Claim];
        var record = Node(plan, [type], claim);
        var only = property is null ? "" : $" WHERE {claim}.property = {property}";
        var order = ListOrder.Of(record, claim, type.Property("rank")!, type.Property("asOf")!);
        return new(shape.Add($"COLLECT {{ MATCH ({owner.Guarded})-[:{Labels.HasClaim}]->({claim}){only} RETURN {record.Text} }}"), record) { Order = order };
    }

    private Relationship FromSource => _model.NodeTypesByName[Labels.Citation].Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural);

    /// <summary>The variable whose fields are being placed.</summary>
    /// <param name="Guard">The type's label, where the variable can also be of another type.</param>
    /// <param name="Edges">What it can be, where it is an edge.</param>
    private readonly record struct Owner(string Name, string? Guard, ImmutableArray<EdgeType> Edges)
    {
        public Owner(string name, string? guard)
            : this(name, guard, [])
        {
        }

        public Owner(string name, ImmutableArray<EdgeType> edges)
            : this(name, null, edges)
        {
        }

        public string Guarded => Guard is null ? Name : $"{Name}:{Guard}";
    }
}
