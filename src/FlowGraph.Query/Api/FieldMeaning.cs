using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Api;

/// <summary>What a field means, in the graph's own terms. The closed family that the plan compiler reads.</summary>
public abstract record FieldMeaning
{
    private protected FieldMeaning()
    {
    }

    /// <summary>A stored property of the node, or of the edge behind a link.</summary>
    public sealed record Property(PropertyDefinition Definition) : FieldMeaning;

    /// <summary>The record that an @reference property names.</summary>
    public sealed record Reference(PropertyDefinition Definition) : FieldMeaning;

    /// <summary>A list relationship, paged: a connection of links.</summary>
    public sealed record Links(RelationshipEnd End) : FieldMeaning;

    /// <summary>The node at the other end of a single relationship.</summary>
    public sealed record Single(RelationshipEnd End) : FieldMeaning;

    /// <summary>The link of a single relationship.</summary>
    public sealed record SingleLink(RelationshipEnd End) : FieldMeaning;

    /// <summary>A STRUCTURAL relationship: plain node or list of nodes, ordered by id.</summary>
    public sealed record Structural(RelationshipEnd End) : FieldMeaning;

    /// <summary>The citations of a node or edge, optionally of one stance; ordered by stance, grade, id.</summary>
    public sealed record Citations : FieldMeaning;

    /// <summary>The claims on a node, optionally of one property; ordered by rank, asOf, id.</summary>
    public sealed record Claims : FieldMeaning;

    /// <summary>The claims on the property whose quantity this is.</summary>
    public sealed record QuantityClaims : FieldMeaning;

    /// <summary>What a source is cited for.</summary>
    /// <param name="IsSole">Only what no other source supports.</param>
    public sealed record Supports(bool IsSole) : FieldMeaning;

    /// <summary>The edges at a node that are facts.</summary>
    public sealed record IncidentFacts : FieldMeaning;

    /// <summary>Whether a designation was in force on a day.</summary>
    public sealed record Sanctions(RelationshipEnd Designations, RelationshipEnd IssuedBy) : FieldMeaning;

    /// <summary>A fact or source as a citation to print, in the format that is asked for.</summary>
    public sealed record Cite : FieldMeaning;

    /// <summary>Computed in C# from stored values, the same on every store.</summary>
    public sealed record Computed(ComputedValue Value) : FieldMeaning;

    /// <summary>Part of a connection, link or page.</summary>
    public sealed record Part(ConnectionPart Value) : FieldMeaning;

    /// <summary>The same for every object of the type.</summary>
    public sealed record Constant(string Text) : FieldMeaning;

    /// <summary>A root field.</summary>
    public sealed record Root(RootKind Kind, NodeSet? Set = null) : FieldMeaning;

    /// <summary>A member of a value that is no record of the graph (a date, a quantity, a chain, the release).</summary>
    public sealed record Member(ValueMember Value) : FieldMeaning;
}

public enum ComputedValue
{
    /// <summary>The FactType of an event, claim or edge.</summary>
    FactType,

    /// <summary>Root-relative or absolute address of the printable page.</summary>
    Permalink,

    /// <summary>A claim's value in words.</summary>
    ClaimDisplay,

    /// <summary>The record a citation speaks of, where that record is a fact.</summary>
    CitationFact,

    /// <summary>A citation's source as a CSL-JSON item.</summary>
    CitationCsl,

    /// <summary>The edge as such, where it is seen from one of its ends.</summary>
    EdgeItself,

    /// <summary>Where an edge starts.</summary>
    EdgeFrom,

    /// <summary>Where an edge ends.</summary>
    EdgeTo,

    /// <summary>An edge's own properties as one JSON object.</summary>
    EdgeProperties,
}

public enum ConnectionPart
{
    Nodes,
    Edges,
    PageInfo,
    TotalCount,
    Cursor,
    Node,
    FactId,
    Fact,
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
    SupportCitations,
}

public enum RootKind
{
    /// <summary>One node by id or natural key.</summary>
    LookUp,

    /// <summary>A connection over a type.</summary>
    Page,

    /// <summary>Measures over a type.</summary>
    Aggregate,

    /// <summary>Any record by id: a node, an edge or a chain.</summary>
    Node,

    Nodes,

    /// <summary>An event, claim or edge by id.</summary>
    Fact,

    /// <summary>A connection over all facts.</summary>
    Facts,

    Chain,

    Chains,

    /// <summary>Events by date.</summary>
    Timeline,

    /// <summary>Sums of oil by period and counting group.</summary>
    OilLedger,

    /// <summary>What is one step from a node.</summary>
    Neighborhood,

    /// <summary>What is within some hops of some nodes.</summary>
    Subgraph,

    /// <summary>Two facts in time.</summary>
    Comparison,

    /// <summary>The types of nodes.</summary>
    Model,

    Search,

    Release,

    Typename,

    /// <summary>The schema itself, answered by the GraphQL engine; its JSON is the input.</summary>
    Introspection,
}
