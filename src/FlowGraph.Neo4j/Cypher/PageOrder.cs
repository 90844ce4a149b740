using System.Collections.Immutable;
using System.Globalization;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Paging;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>The order of a page: its keys, and what has to be found over edges before there are any.</summary>
internal sealed class PageOrder
{
    private readonly RowNames _rows;

    public PageOrder(IEnumerable<OrderTerm> terms, RowNames rows, PlanCypher cypher)
    {
        _rows = rows;
        var found = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        var keys = ImmutableArray.CreateBuilder<SortKey>();
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var term in terms)
        {
            if (term is OrderTerm.Property { Path.IsEmpty: true } plain)
            {
                keys.AddRange(OrderCypher.Keys(plain.Definition, term.Descending, rows.Node));
                values.Add(PlanCypher.Value(plain.Definition, rows.Node));
                continue;
            }
            if (term is OrderTerm.Type)
            {
                var place = cypher.FactTypeOrdinal(rows.Node);
                keys.Add(new(place, ValueKind.Int, term.Descending, false));
                values.Add($"[{place}]");
                continue;
            }
            var name = cypher.NextName("k");
            var (expression, components) = cypher.Found(term, rows.Node);
            found.Add($"{expression} AS {name}");
            names.Add(name);
            values.Add(name);
            var at = 0;
            foreach (var component in components)
                keys.Add(component with { Expression = string.Create(CultureInfo.InvariantCulture, $"{name}[{at++}]"), MayBeMissing = component.MayBeMissing || !term.Path.IsEmpty, IsIndexed = false });
        }
        (Found, Keys, Values) = (found.ToImmutable(), keys.ToImmutable(), values.ToImmutable());
        Variables = string.Join(", ", names.Prepend(rows.Variables));
    }

    /// <summary>Lists of the keys' components, each under a name; empty where all keys are properties of the row's node.</summary>
    public ImmutableArray<string> Found { get; }

    /// <summary>Before the ids.</summary>
    public ImmutableArray<SortKey> Keys { get; }

    /// <summary>What a cursor is cut from, one for each term.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Those of the rows and of what was found.</summary>
    public string Variables { get; }

    public string By(bool fromEnd) => By(fromEnd, Keys);

    public string By(bool fromEnd, IEnumerable<SortKey> keys) =>
        string.Join(", ", keys.Select(key => key.Order(fromEnd)).Concat(_rows.Ids.Select(id => fromEnd ? id + " DESC" : id)));
}
