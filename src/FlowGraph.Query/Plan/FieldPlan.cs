using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Api;
using FlowGraph.Query.Paging;
using FlowGraph.Query.Response;

namespace FlowGraph.Query.Plan;

/// <summary>One field to write. The family is closed: a store walks it with a switch.</summary>
public abstract class FieldPlan
{
    private protected FieldPlan(ApiField field, string key)
    {
        Field = field;
        Key = key;
        KeyBytes = [.. JsonResponseWriter.Quoted(key), (byte)':'];
        NextKeyBytes = [(byte)',', .. KeyBytes];
        NonNull = field.Type.NonNull;
    }

    public ApiField Field { get; }

    /// <summary>The response key: alias or name.</summary>
    public string Key { get; }

    /// <summary><c>"key":</c></summary>
    public byte[] KeyBytes { get; }

    /// <summary><c>,"key":</c></summary>
    public byte[] NextKeyBytes { get; }

    /// <summary>A null here takes its parent away.</summary>
    public bool NonNull { get; }
}

/// <summary>A text known at compile time: <c>__typename</c>, a movement's domain.</summary>
public sealed class ConstantField(ApiField field, string key, string text) : FieldPlan(field, key)
{
    public string Text { get; } = text;

    /// <summary>Quoted.</summary>
    public byte[] Json { get; } = JsonResponseWriter.Quoted(text);
}

/// <summary>A stored property. <see cref="Value"/> is set for a FuzzyDate or Quantity.</summary>
public sealed class PropertyField(ApiField field, string key, PropertyDefinition property, ValuePlan? value) : FieldPlan(field, key)
{
    public PropertyDefinition Property { get; } = property;

    public ValuePlan? Value { get; } = value;
}

/// <summary>The record whose id a property holds.</summary>
public sealed class ReferenceField(ApiField field, string key, PropertyDefinition property, RecordPlan record) : FieldPlan(field, key)
{
    public PropertyDefinition Property { get; } = property;

    public RecordPlan Record { get; } = record;
}

/// <summary>A connection of links. <see cref="Slot"/> holds a PageRequest.</summary>
public sealed class LinksField(ApiField field, string key, RelationshipEnd end, int slot, ConnectionPlan connection) : FieldPlan(field, key)
{
    public RelationshipEnd End { get; } = end;

    public int Slot { get; } = slot;

    public ConnectionPlan Connection { get; } = connection;
}

/// <summary>The node at the end of a single relationship.</summary>
public sealed class SingleField(ApiField field, string key, RelationshipEnd end, RecordPlan record) : FieldPlan(field, key)
{
    public RelationshipEnd End { get; } = end;

    public RecordPlan Record { get; } = record;
}

/// <summary>The link of a single relationship.</summary>
public sealed class SingleLinkField(ApiField field, string key, RelationshipEnd end, ImmutableArray<FieldPlan> link) : FieldPlan(field, key)
{
    public RelationshipEnd End { get; } = end;

    public ImmutableArray<FieldPlan> Link { get; } = link;
}

/// <summary>A STRUCTURAL relationship: one node or a plain list, by id.</summary>
public sealed class StructuralField(ApiField field, string key, RelationshipEnd end, RecordPlan record) : FieldPlan(field, key)
{
    public RelationshipEnd End { get; } = end;

    public RecordPlan Record { get; } = record;
}

/// <summary>The citations of the node or edge; <see cref="Slot"/> holds the stance (text) or null.</summary>
public sealed class CitationsField(ApiField field, string key, int slot, RecordPlan record) : FieldPlan(field, key)
{
    public int Slot { get; } = slot;

    public RecordPlan Record { get; } = record;
}

/// <summary>The claims on the node; <see cref="Slot"/> holds the property's name or null.</summary>
public sealed class ClaimsField(ApiField field, string key, int slot, RecordPlan record) : FieldPlan(field, key)
{
    public int Slot { get; } = slot;

    public RecordPlan Record { get; } = record;
}

/// <summary>The claims on the quantity's property.</summary>
public sealed class QuantityClaimsField(ApiField field, string key, RecordPlan record) : FieldPlan(field, key)
{
    public RecordPlan Record { get; } = record;
}

/// <summary>What a source supports. <see cref="Slot"/> holds a <see cref="SupportRequest"/>.</summary>
public sealed class SupportsField(ApiField field, string key, int slot, ConnectionPlan connection) : FieldPlan(field, key)
{
    public int Slot { get; } = slot;

    public ConnectionPlan Connection { get; } = connection;
}

/// <param name="Relays">Also what the sources derived from it are cited for.</param>
/// <param name="IsSole">Only facts that no other source supports.</param>
public sealed record SupportRequest(bool Relays, string? Stance, bool IsSole, PageRequest Page);

/// <summary>The edges at a node. <see cref="Slot"/> holds an <see cref="IncidentRequest"/>.</summary>
public sealed class IncidentFactsField(ApiField field, string key, int slot, ConnectionPlan connection) : FieldPlan(field, key)
{
    public int Slot { get; } = slot;

    public ConnectionPlan Connection { get; } = connection;
}

/// <param name="Types">Of edges that are facts.</param>
/// <param name="Direction">Seen from the node; null = both.</param>
public sealed record IncidentRequest(ImmutableArray<EdgeType> Types, Direction? Direction, PageRequest Page);

/// <summary>Whether a designation was in force. <see cref="Slot"/> holds a <see cref="Sanctions.SanctionRequest"/>.</summary>
public sealed class SanctionField(ApiField field, string key, RelationshipEnd designations, RelationshipEnd issuedBy, int slot) : FieldPlan(field, key)
{
    public RelationshipEnd Designations { get; } = designations;

    public RelationshipEnd IssuedBy { get; } = issuedBy;

    public int Slot { get; } = slot;
}

/// <summary>The record as a citation to print. <see cref="Slot"/> holds the format's name.</summary>
public sealed class CiteField(ApiField field, string key, int slot) : FieldPlan(field, key)
{
    public int Slot { get; } = slot;
}

/// <summary>Computed in C# from stored values. <see cref="Record"/> is set where the value is a record.</summary>
public sealed class ComputedField(ApiField field, string key, ComputedValue value, RecordPlan? record) : FieldPlan(field, key)
{
    public ComputedValue Value { get; } = value;

    public RecordPlan? Record { get; } = record;
}

/// <summary>A part of a connection, link or page. Of <see cref="Record"/>, <see cref="Fields"/> at most one is set.</summary>
public sealed class PartField(ApiField field, string key, ConnectionPart part, RecordPlan? record, ImmutableArray<FieldPlan> fields) : FieldPlan(field, key)
{
    public ConnectionPart Part { get; } = part;

    public RecordPlan? Record { get; } = record;

    public ImmutableArray<FieldPlan> Fields { get; } = fields;
}

/// <summary>A member of a CLR value. <see cref="Slot"/> holds a format's name or a <see cref="Aggregates.GroupRequest"/>, or is -1.</summary>
/// <param name="arriving">Of links: what to write of those that lead here; the record is for those that lead away.</param>
public sealed class MemberField(ApiField field, string key, ValueMember member, int slot, ValuePlan? value, RecordPlan? record, RecordPlan? arriving = null) : FieldPlan(field, key)
{
    public ValueMember Member { get; } = member;

    public int Slot { get; } = slot;

    public ValuePlan? Value { get; } = value;

    public RecordPlan? Record { get; } = record;

    public RecordPlan? Arriving { get; } = arriving;
}
