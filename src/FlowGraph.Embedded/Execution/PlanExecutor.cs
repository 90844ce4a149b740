using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Exports;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Execution;

/// <summary>Walks one plan over one snapshot and writes the answer.</summary>
internal sealed partial class PlanExecutor(Snapshot snapshot, KnownOrders orders, BoundRequest request, CitedRecords? cited, JsonResponseWriter writer, CancellationToken cancellationToken)
    : ResponseWalk<Here>(request, snapshot.Release, cited, writer, cancellationToken)
{
    private readonly RecordTables _tables = snapshot.Tables;

    protected override Here Nowhere => new();

    protected override bool IsNowhere(in Here place) => place is { Node: < 0, Edge: < 0 };

    protected override bool? Found(RootField root, int index)
    {
        var found = root.Kind == RootKind.LookUp ? LookUp((LookUpRequest)Request.Bound[root.Slot]!, root.Set!) : snapshot.Ids.Find((string)Request.Bound[root.Slot]!);
        if (found < 0 || root.Kind == RootKind.Fact && !_tables.IsEdge(found) && !_tables.OfNode(found).Type.IsFact)
            return null;
        return Record(root.Record!, found);
    }

    protected override bool RootPage(RootField root, int index) => Object(root.Connection!.Fields, new Here
    {
        Page = Page.Of(snapshot, orders, root.Set, (PageRequest)Request.Bound[root.Slot]!, root.Connection.NeedsCount, Cancellation),
    });

    protected override bool? Record(RecordPlan plan, string id) => snapshot.Ids.Find(id) is >= 0 and var record ? Record(plan, record) : null;

    /// <summary>The node of the type or group that all given arguments name, or -1.</summary>
    private int LookUp(LookUpRequest arguments, NodeSet set)
    {
        var found = -1;
        if (arguments.Id is { } id)
        {
            found = snapshot.Ids.Find(id);
            if (found < 0 || _tables.IsEdge(found) || !set.Types.Contains(_tables.OfNode(found).Type))
                return -1;
        }
        foreach (var (property, value) in arguments.Keys)
        {
            var node = snapshot.NaturalKeys[property].Find(value);
            if (node < 0 || (found >= 0 && node != found))
                return -1;
            found = node;
        }
        return found;
    }

    private bool RecordOrNull(FieldPlan field, RecordPlan plan, int record) => record < 0 ? Null(field) : Record(plan, record);

    private bool Record(RecordPlan plan, int record)
    {
        if (_tables.IsEdge(record))
            return Object(plan.Edge, new Here { Edge = record - _tables.NodeCount });
        var fields = plan.ByType[_tables.OfNode(record).Type.Ordinal];
        return fields.IsDefault
            ? Fail($"'{_tables.Id(record)}' is a {_tables.OfNode(record).Type.Name}, which cannot stand here.")
            : Object(fields, new Here { Node = record });
    }

    protected override bool Field(FieldPlan field, in Here here)
    {
        switch (field)
        {
            case PropertyField property:
                return Property(property, here);
            case PartField part:
                return Part(part, here);
            case CitationsField citations:
                return Citations(citations, here);
            case CiteField cite:
                return Cite(cite, _tables.Id(here.Edge >= 0 ? _tables.NodeCount + here.Edge : here.Node));
            case ComputedField computed:
                return Computed(computed, here);
            case LinksField links:
                return Connection(links.Connection, snapshot.Ends[(links.End.Relationship, links.End.Direction)].MemoryOf(here.Node), links.End, (PageRequest)Request.Bound[links.Slot]!);
            case SingleField single:
                return RecordOrNull(single, single.Record, snapshot.StepOver(single.End, here.Node).Node);
            case SingleLinkField link:
                var step = snapshot.StepOver(link.End, here.Node);
                return step.Edge < 0 ? Null(link) : Object(link.Link, new Here { Node = step.Node, Edge = step.Edge });
            case ClaimsField claims:
                return Claims(claims.Record, here.Node, (string?)Request.Bound[claims.Slot]);
            case QuantityClaimsField claims:
                return Claims(claims.Record, here.Node, here.Property!.Name);
            case SanctionField sanctions:
                return Sanctions(sanctions, here);
            case ReferenceField reference:
                return RecordOrNull(reference, reference.Record, Text(reference.Property, here) is { } id ? snapshot.Ids.Find(id) : -1);
            case StructuralField structural:
                return Structural(structural, here);
            case SupportsField supports:
                return Supports(supports, here);
            case IncidentFactsField incident:
                return IncidentFacts(incident, here);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private (Column Column, int Row) Column(PropertyDefinition property, in Here here)
    {
        if (here.Edge >= 0)
        {
            var edges = _tables.OfEdge(here.Edge);
            return (edges.Columns[property.Index], here.Edge - edges.Start);
        }
        var nodes = _tables.OfNode(here.Node);
        return (nodes.Columns[property.Index], here.Node - nodes.Start);
    }

    private string? Text(PropertyDefinition property, in Here here)
    {
        var (column, row) = Column(property, here);
        return ((TextColumn)column).Text(row);
    }

    private bool Property(PropertyField field, in Here here)
    {
        var (column, row) = Column(field.Property, here);
        if (field.Value is null)
            return column.TryWrite(Writer, row) || Null(field);
        return column.Get(row) is { } value ? Value(field.Value.Fields, value, here with { Property = field.Property }) : Null(field);
    }
}
