using System.Collections.Immutable;
using FlowGraph.Model.Structure;

namespace FlowGraph.Query.Paging;

/// <summary>One key of an order. Its family is closed: a property, the length of a list, the type of a fact.</summary>
/// <param name="Path">Single relationships from the row's node to the one whose key it is; where one leads nowhere, the key is missing.</param>
public abstract record OrderTerm(ImmutableArray<RelationshipEnd> Path, bool Descending)
{
    /// <param name="Definition">By name, as each concrete type has its own.</param>
    public sealed record Property(ImmutableArray<RelationshipEnd> Path, PropertyDefinition Definition, bool Descending) : OrderTerm(Path, Descending)
    {
        public override int Parts => Definition.Kind == ValueKind.FuzzyDate ? 2 : 1;

        private protected override string Key => Definition.FieldName;
    }

    /// <summary>How many rows a list has, as its field would show them.</summary>
    public sealed record Count(ImmutableArray<RelationshipEnd> Path, RelationshipEnd List, bool Descending) : OrderTerm(Path, Descending)
    {
        public override int Parts => 1;

        private protected override string Key => NameOf(List);
    }

    /// <summary>The type of a fact, by its place in the API's enum FactType.</summary>
    public sealed record Type(bool Descending) : OrderTerm([], Descending)
    {
        public override int Parts => 1;

        private protected override string Key => "type";
    }

    /// <summary>Components of its key: a FuzzyDate has two, its earliest and its latest day.</summary>
    public abstract int Parts { get; }

    private protected abstract string Key { get; }

    /// <summary>The field of a sort input that counts a list.</summary>
    public static string NameOf(RelationshipEnd list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Name + "Count";
    }

    /// <summary><c>loadedAt.name-</c></summary>
    public sealed override string ToString() => $"{string.Concat(Path.Select(end => end.Name + "."))}{Key}{(Descending ? "-" : "+")}";
}
