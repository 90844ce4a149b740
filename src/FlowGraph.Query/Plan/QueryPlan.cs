using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Input;

namespace FlowGraph.Query.Plan;

/// <summary>An operation, compiled once: what to write and how to find it. Free of any GraphQL engine's types and of any store's language.</summary>
public sealed class QueryPlan
{
    public required ImmutableArray<RootField> Roots { get; init; }

    /// <summary>What binds the arguments of a request; a field refers to its bound value by slot.</summary>
    public required ImmutableArray<ArgumentSlot> Slots { get; init; }

    /// <summary>No argument depends on a variable: the bound values are the same for every request.</summary>
    public bool IsConstant => Slots.All(slot => slot.IsConstant);
}

/// <summary>The arguments of one field, to be turned into one bound value per request.</summary>
public sealed record ArgumentSlot(string Text, bool IsConstant, Func<Variables, object?> Bind);

/// <summary>A root field and how it is answered.</summary>
public sealed class RootField(ApiField field, string key, RootKind kind, NodeSet? set, int slot, RecordPlan? record, ConnectionPlan? connection, ValuePlan? value)
    : FieldPlan(field, key)
{
    public RootKind Kind { get; } = kind;

    public NodeSet? Set { get; } = set;

    /// <summary>LookUp: <see cref="LookUpRequest"/>; Page, Facts: PageRequest; Aggregate: AggregateRequest; Node, Fact, Chain: the id; Nodes: object?[] of ids; Chains, Timeline, OilLedger, Neighborhood, Subgraph, Comparison, Search: its request; Release, Model: none.</summary>
    public int Slot { get; } = slot;

    public RecordPlan? Record { get; } = record;

    public ConnectionPlan? Connection { get; } = connection;

    public ValuePlan? Value { get; } = value;
}

/// <summary>The arguments of a look-up: an id, natural keys, or several that must agree.</summary>
public sealed record LookUpRequest(string? Id, ImmutableArray<KeyValuePair<PropertyDefinition, string>> Keys);

/// <summary>What to write of a record, per concrete type: fragments, merging and <c>__typename</c> are resolved.</summary>
public sealed class RecordPlan(ImmutableArray<ImmutableArray<FieldPlan>> byType, ValuePlan? chain)
{
    /// <summary>Fields of a node type by its ordinal; the last entry is the edge as such. Default = that type cannot stand here.</summary>
    public ImmutableArray<ImmutableArray<FieldPlan>> ByType { get; } = byType;

    /// <summary>What to write where a chain stands here; null where none can.</summary>
    public ValuePlan? Chain { get; } = chain;

    public ImmutableArray<FieldPlan> Edge => ByType[^1];
}

/// <summary>What to write of a CLR value: members, and the constants between them.</summary>
public sealed record ValuePlan(ImmutableArray<FieldPlan> Fields);

/// <summary>What to write of a connection. <see cref="NeedsRows"/> is false where only the count is asked for.</summary>
public sealed record ConnectionPlan(ImmutableArray<FieldPlan> Fields)
{
    public bool NeedsRows { get; } = Fields.Any(field => field is PartField { Part: not ConnectionPart.TotalCount });

    public bool NeedsCount { get; } = Fields.Any(field => field is PartField { Part: ConnectionPart.TotalCount });
}
