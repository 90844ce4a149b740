using FlowGraph.Model.Structure;
using FlowGraph.Query.Aggregates;
using FlowGraph.Query.Surroundings;

namespace FlowGraph.Query.Api;

/// <summary>How a member is read from a CLR value. Typed, so that numbers are not boxed on the way to the response.</summary>
public abstract record ValueMember
{
    private protected ValueMember()
    {
    }

    /// <summary>Text, an enum's member name, an id.</summary>
    public sealed record Text(Func<object, string?> Get) : ValueMember;

    public sealed record Int(Func<object, int?> Get) : ValueMember;

    public sealed record Float(Func<object, double?> Get) : ValueMember;

    public sealed record Boolean(Func<object, bool?> Get) : ValueMember;

    public sealed record Date(Func<object, DateOnly?> Get) : ValueMember;

    public sealed record TextList(Func<object, IEnumerable<string>> Get) : ValueMember;

    public sealed record Object(Func<object, object?> Get) : ValueMember;

    public sealed record ObjectList(Func<object, IEnumerable<object>> Get) : ValueMember;

    /// <summary>The id of a node or edge, which the store projects.</summary>
    public sealed record Record(Func<object, string?> Get) : ValueMember;

    public sealed record RecordList(Func<object, IEnumerable<string>> Get) : ValueMember;

    /// <summary>Edges that the store projects as one of their ends sees them.</summary>
    public sealed record LinkList(Func<object, IEnumerable<NodeLink>> Get) : ValueMember;

    /// <summary>The groups of an aggregate of <paramref name="Type"/>, as its arguments say.</summary>
    public sealed record Grouped(Func<object, GroupRequest, IEnumerable<object>> Get, NodeType Type) : ValueMember;

    /// <summary>Text that depends on the argument <c>format</c> (a member name; null where the field has none) and on the address that permalinks start with.</summary>
    public sealed record Printed(Func<object, string?, string, string> Get) : ValueMember;
}
