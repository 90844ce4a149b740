using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Filters;

/// <summary>A condition on a record, with all values in place. Negated operators are complements, so a missing value satisfies them.</summary>
public abstract record Filter
{
    private protected Filter()
    {
    }

    public sealed record And(ImmutableArray<Filter> Parts) : Filter;

    public sealed record Or(ImmutableArray<Filter> Parts) : Filter;

    public sealed record Not(Filter Part) : Filter;

    /// <summary><paramref name="Name"/> is the property's name in the model; each concrete type has its own column for it.</summary>
    public sealed record Property(string Name, ValueTest Test) : Filter;

    /// <summary>The type's name in enum spelling.</summary>
    public sealed record Type(ValueTest Test) : Filter;

    /// <summary>The single edge of <paramref name="End"/> leads to a node that satisfies <paramref name="Node"/>.</summary>
    public sealed record Single(RelationshipEnd End, Filter Node) : Filter;

    /// <summary>There is no edge of <paramref name="End"/>.</summary>
    public sealed record None(RelationshipEnd End) : Filter;

    /// <summary>Everything.</summary>
    public static Filter All { get; } = new And([]);
}

/// <summary>A condition on one value. A missing value satisfies no test but <see cref="Missing"/> and the negation of another.</summary>
public abstract record ValueTest
{
    private protected ValueTest()
    {
    }

    public sealed record And(ImmutableArray<ValueTest> Parts) : ValueTest;

    public sealed record Or(ImmutableArray<ValueTest> Parts) : ValueTest;

    public sealed record Not(ValueTest Part) : ValueTest;

    public sealed record Missing : ValueTest;

    /// <summary>Text, int, double, bool or DateOnly, as the property's kind has it; an enum's member is text.</summary>
    public sealed record Equal(object Value) : ValueTest;

    public sealed record In(ImmutableArray<object> Values) : ValueTest;

    /// <summary>Texts by code point, numbers and days by size.</summary>
    public sealed record Greater(object Value, bool OrEqual) : ValueTest;

    public sealed record Less(object Value, bool OrEqual) : ValueTest;

    public sealed record Contains(string Text) : ValueTest;

    public sealed record StartsWith(string Text) : ValueTest;

    public sealed record EndsWith(string Text) : ValueTest;

    /// <summary>On a list: some element satisfies it.</summary>
    public sealed record Some(ValueTest Element) : ValueTest;

    /// <summary>On a list: every element satisfies it; true of the empty list.</summary>
    public sealed record Every(ValueTest Element) : ValueTest;

    /// <summary>On a list: it has an element.</summary>
    public sealed record Any : ValueTest;

    /// <summary>A date's text.</summary>
    public sealed record Edtf(string Text) : ValueTest;

    /// <summary>Shares a day with the range; null = open.</summary>
    public sealed record Overlaps(DateOnly? From, DateOnly? To) : ValueTest;

    public sealed record Within(DateOnly? From, DateOnly? To) : ValueTest;

    /// <summary>Ends before the day.</summary>
    public sealed record Before(DateOnly Day) : ValueTest;

    /// <summary>Begins after the day.</summary>
    public sealed record After(DateOnly Day) : ValueTest;

    /// <summary>A date's precision by name.</summary>
    public sealed record Precision(ValueTest Test) : ValueTest;

    public sealed record AtLeast(double Value) : ValueTest;

    public sealed record AtMost(double Value) : ValueTest;

    public sealed record Possibly(double? From, double? To) : ValueTest;

    public sealed record UnitIs(ValueTest Test) : ValueTest;

    public sealed record BoundIs(ValueTest Test) : ValueTest;

    public sealed record ContestedIs(ValueTest Test) : ValueTest;
}
