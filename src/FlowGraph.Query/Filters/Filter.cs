using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Query.Filters;

/// <summary>A condition on a row, which is a node and, in a list of links, the edge that leads to it; all values are in place. Negated operators are complements, so a missing value satisfies them.</summary>
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

    /// <summary>The type's name in enum spelling: of the row's node, or of an edge that is a row itself.</summary>
    public sealed record Type(ValueTest Test) : Filter;

    /// <summary>A property of the row's edge, by its name in the model.</summary>
    public sealed record Link(string Name, ValueTest Test) : Filter;

    /// <summary>Of the row's fact: one of the values of <paramref name="Part"/> satisfies the test.</summary>
    public sealed record Among(FactPart Part, ValueTest Test) : Filter;

    /// <summary>Some row of <paramref name="End"/>, as its field would list them, satisfies <paramref name="Row"/>.</summary>
    public sealed record Some(RelationshipEnd End, Filter Row) : Filter;

    /// <summary>Everything.</summary>
    public static Filter All { get; } = new And([]);

    /// <summary>Whether a filter speaks of the node's status: only then are retracted nodes shown.</summary>
    public static bool NamesStatus(Filter? filter) => Speaks(filter, part => part is Property { Name: Status });

    /// <summary>Whether a filter speaks of the edge's status: only then are nodes shown over an edge that is retracted.</summary>
    public static bool NamesLinkStatus(Filter? filter) => Speaks(filter, part => part is Link { Name: Status });

    private const string Status = "status";

    private static bool Speaks(Filter? filter, Func<Filter, bool> isThat) => filter switch
    {
        And and => and.Parts.Any(part => Speaks(part, isThat)),
        Or or => or.Parts.Any(part => Speaks(part, isThat)),
        Not not => Speaks(not.Part, isThat),
        null => false,
        _ => isThat(filter),
    };
}

/// <summary>What a fact has one or several of.</summary>
public enum FactPart
{
    /// <summary>Ids: its own, those of an edge's ends, that of what a claim is about.</summary>
    Subject,

    /// <summary>Ids of the sources that it is cited from.</summary>
    Source,

    /// <summary>Ids of the origins of its supporting citations, where they are known.</summary>
    Origin,

    /// <summary>Names of the evidence types of its citations.</summary>
    EvidenceType,
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

    /// <summary>Whether a text or a number that is there satisfies a test on its kind.</summary>
    public static bool Satisfies(object value, ValueTest test) => test switch
    {
        And and => and.Parts.All(part => Satisfies(value, part)),
        Or or => or.Parts.Any(part => Satisfies(value, part)),
        Not not => !Satisfies(value, not.Part),
        Missing => false,
        Equal equal => value.Equals(equal.Value),
        In set => set.Values.Contains(value),
        Contains contains => ((string)value).Contains(contains.Text, StringComparison.Ordinal),
        StartsWith start => ((string)value).StartsWith(start.Text, StringComparison.Ordinal),
        EndsWith end => ((string)value).EndsWith(end.Text, StringComparison.Ordinal),
        Greater(var than, var orEqual) => Compare(value, than) is var order && (order > 0 || orEqual && order == 0),
        Less(var than, var orEqual) => Compare(value, than) is var order && (order < 0 || orEqual && order == 0),
        _ => throw new System.Diagnostics.UnreachableException(test.ToString()),
    };

    private static int Compare(object value, object than) =>
        value is string text ? CodePointComparer.Instance.Compare(text, (string)than) : Comparer<object>.Default.Compare(value, than);

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
