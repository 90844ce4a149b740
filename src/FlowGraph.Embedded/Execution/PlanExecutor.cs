using System.Collections.Immutable;
using FlowGraph.Embedded.Columns;
using FlowGraph.Embedded.Snapshots;
using FlowGraph.Model.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Plan;
using FlowGraph.Query.Response;

namespace FlowGraph.Embedded.Execution;

/// <summary>Walks one plan over one snapshot and writes the answer. A method that returns false has met a null where none may be: its caller takes back what was written.</summary>
internal sealed partial class PlanExecutor(Snapshot snapshot, BoundRequest request, JsonResponseWriter writer, CancellationToken cancellationToken)
{
    private readonly RecordTables _tables = snapshot.Tables;
    private List<(string? Key, int Index)>? _path;
    private List<FieldError>? _errors;
    private int _visited;

    public IReadOnlyList<FieldError> Execute()
    {
        var start = writer.Position;
        Roots(start);
        if (_errors is null)
            return [];
        // Only an error needs to know where the walk stands, and errors are so rare that it is cheaper to walk again than to note every step.
        writer.Reset(start);
        _errors = null;
        _path = [];
        Roots(start);
        return _errors!;
    }

    private void Roots(int start)
    {
        writer.Byte((byte)'{');
        var roots = request.Plan.Roots;
        for (var i = 0; i < roots.Length; i++)
        {
            var root = roots[i];
            if (i > 0)
                writer.Byte((byte)',');
            writer.Raw(root.KeyBytes);
            var mark = writer.Position;
            Push(root.Key);
            var written = Root(root, request.Inputs.Length == 0 ? null : request.Inputs[i]);
            Pop();
            if (written)
                continue;
            if (root.NonNull)
            {
                writer.Reset(start);
                writer.Null();
                return;
            }
            writer.Reset(mark);
            writer.Null();
        }
        writer.Byte((byte)'}');
    }

    private bool Root(RootField root, object? input)
    {
        switch (root.Kind)
        {
            case RootKind.Typename:
                writer.Text("Query"u8);
                return true;
            case RootKind.Introspection:
                writer.Raw((byte[])input!);
                return true;
            case RootKind.LookUp:
                return RecordOrNull(root, root.Record!, LookUp((LookUpRequest)request.Bound[root.Slot]!, (NodeType)root.Set!));
            case RootKind.Page:
                var rows = _tables.Nodes[((NodeType)root.Set!).Ordinal].Rows;
                return Connection(root.Connection!, rows, (PageRequest)request.Bound[root.Slot]!);
            case RootKind.Node:
                return input is not null
                    ? Chain(root.Record!, input)
                    : RecordOrNull(root, root.Record!, snapshot.Ids.Find((string)request.Bound[root.Slot]!));
            case RootKind.Nodes:
                return Nodes(root, input as IReadOnlyDictionary<string, Query.Chains.Chain?>);
            case RootKind.Fact:
                var fact = snapshot.Ids.Find((string)request.Bound[root.Slot]!);
                return RecordOrNull(root, root.Record!, fact >= 0 && (_tables.IsEdge(fact) || _tables.OfNode(fact).Type.IsFact) ? fact : -1);
            case RootKind.Chain:
                return input is null ? Null(root) : Chain(root.Record!, input);
            case RootKind.Chains:
                return Object(root.Value!.Fields, new Here { Value = input });
            case RootKind.Release:
                return Object(root.Value!.Fields, new Here { Value = snapshot.Release });
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool Chain(RecordPlan record, object chain) => Object(record.Chain!.Fields, new Here { Value = chain });

    private bool Nodes(RootField root, IReadOnlyDictionary<string, Query.Chains.Chain?>? chains)
    {
        var ids = (object?[])request.Bound[root.Slot]!;
        writer.Byte((byte)'[');
        for (var i = 0; i < ids.Length; i++)
        {
            if (i > 0)
                writer.Byte((byte)',');
            Push(i);
            var mark = writer.Position;
            var id = (string)ids[i]!;
            var written = false;
            if (chains is not null && chains.TryGetValue(id, out var chain))
                written = chain is not null && Chain(root.Record!, chain);
            else if (snapshot.Ids.Find(id) is >= 0 and var record)
                written = Record(root.Record!, record);
            if (!written)
            {
                writer.Reset(mark);
                writer.Null();
            }
            Pop();
        }
        writer.Byte((byte)']');
        return true;
    }

    /// <summary>The node of the type that all given arguments name, or -1.</summary>
    private int LookUp(LookUpRequest arguments, NodeType type)
    {
        var found = -1;
        if (arguments.Id is { } id)
        {
            found = snapshot.Ids.Find(id);
            if (found < 0 || _tables.IsEdge(found) || _tables.OfNode(found).Type != type)
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

    private bool Object(ImmutableArray<FieldPlan> fields, in Here here)
    {
        // Cancellation is looked at now and then: often enough to stop a large answer, rarely enough to cost nothing.
        if ((++_visited & 255) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        writer.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            if (i > 0)
                writer.Byte((byte)',');
            writer.Raw(field.KeyBytes);
            var mark = writer.Position;
            Push(field.Key);
            var written = Field(field, here);
            Pop();
            if (written)
                continue;
            if (field.NonNull)
                return false;
            writer.Reset(mark);
            writer.Null();
        }
        writer.Byte((byte)'}');
        return true;
    }

    private bool Field(FieldPlan field, in Here here)
    {
        switch (field)
        {
            case PropertyField property:
                return Property(property, here);
            case ConstantField constant:
                writer.Raw(constant.Json);
                return true;
            case PartField part:
                return Part(part, here);
            case MemberField member:
                return Member(member, here);
            case CitationsField citations:
                return Citations(citations, here);
            case ComputedField computed:
                return Computed(computed, here);
            case LinksField links:
                return Connection(links.Connection, snapshot.Ends[(links.End.Relationship, links.End.Direction)].MemoryOf(here.Node), (PageRequest)request.Bound[links.Slot]!);
            case SingleField single:
                return RecordOrNull(single, single.Record, StepOver(single.End, here.Node).Node);
            case SingleLinkField link:
                var step = StepOver(link.End, here.Node);
                return step.Edge < 0 ? Null(link) : Object(link.Link, new Here { Node = step.Node, Edge = step.Edge });
            case ClaimsField claims:
                return Claims(claims.Record, here.Node, (string?)request.Bound[claims.Slot]);
            case QuantityClaimsField claims:
                return Claims(claims.Record, here.Node, here.Property!.Name);
            case ReferenceField reference:
                return RecordOrNull(reference, reference.Record, Text(reference.Property, here) is { } id ? snapshot.Ids.Find(id) : -1);
            case StructuralField structural:
                return Structural(structural, here);
            case SupportsField supports:
                return Supports(supports, here);
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
        if (column.IsMissing(row))
            return Null(field);
        if (field.Value is null)
        {
            column.Write(writer, row);
            return true;
        }
        return Object(field.Value.Fields, new Here { Node = here.Node, Value = column.Get(row), Property = field.Property });
    }

    /// <summary>The one step of a single relationship; (-1, -1) where there is none that is not retracted.</summary>
    private Step StepOver(RelationshipEnd end, int node)
    {
        foreach (var step in snapshot.Ends[(end.Relationship, end.Direction)].Of(node))
        {
            if (!snapshot.Retracted[_tables.NodeCount + step.Edge])
                return step;
        }
        return new(-1, -1);
    }

    private bool Null(FieldPlan field)
    {
        if (field.NonNull)
            return Fail($"{field.Field.Name} has no value where one must be.");
        writer.Null();
        return true;
    }

    /// <summary>Notes an error at the present path. Always false.</summary>
    private bool Fail(string message)
    {
        (_errors ??= []).Add(new(new(ErrorCodes.Internal, message), [.. _path?.Select(step => step.Key ?? (object)step.Index) ?? []]));
        return false;
    }

    private void Push(string key) => _path?.Add((key, 0));

    private void Push(int index) => _path?.Add((null, index));

    private void Pop() => _path?.RemoveAt(_path.Count - 1);
}
