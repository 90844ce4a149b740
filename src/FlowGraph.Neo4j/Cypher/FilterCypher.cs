using System.Diagnostics;
using FlowGraph.Model.Structure;
using FlowGraph.Query.Filters;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>
/// A filter → a condition. The filter knows true and false, Cypher a third: null is false wherever it meets a filter, so only what is negated has to say so.
/// </summary>
internal sealed class FilterCypher(ParameterList parameters, VariableNames names)
{
    public string Condition(Filter filter, RowNames row) => filter switch
    {
        Filter.And and => Joined(and.Parts.Select(part => Condition(part, row)), " AND ", "true"),
        Filter.Or or => Joined(or.Parts.Select(part => Condition(part, row)), " OR ", "false"),
        // What exists or not is never null, and told plainly the planner sees an anti-join.
        Filter.Not { Part: Filter.Some some } when row.Edges.IsEmpty => $"NOT {Some(some, row.Node)}",
        Filter.Not not => Not(Condition(not.Part, row)),
        Filter.Property property => Test(property.Test, Definition(row, property.Name), row.Node),
        Filter.Link link => Test(link.Test, row.End!.Edge.Property(link.Name)!, row.Edge!),
        Filter.Type type when row.Edges.Length > 0 => $"type({row.Node}) IN {parameters.Add(row.Edges.Select(edge => edge.Name).Where(name => ValueTest.Satisfies(name, type.Test)))}",
        Filter.Type type => $"any(label IN labels({row.Node}) WHERE label IN {parameters.Add(Matching(type.Test, row.Types))})",
        Filter.Among among => Among(among, row),
        // Nothing leads to an edge as such.
        Filter.Some when row.Edges.Length > 0 => "false",
        Filter.Some some => Some(some, row.Node),
        _ => throw new UnreachableException(filter.ToString()),
    };

    /// <summary>What of these rows a list has: what is retracted only where its filter speaks of the status of just that. A single relationship shows a retracted node.</summary>
    public static IEnumerable<string> AreShown(RowNames row, Filter? filter)
    {
        if (row.End is { Edge.Class: not EdgeClass.Structural } && !Filter.NamesLinkStatus(filter))
            yield return Steps.IsShown(row.Edge!);
        if (row.End is { IsList: false } || Filter.NamesStatus(filter))
            yield break;
        var facts = row.Types.Count(type => type.Property("status") is not null);
        if (row.Edges.Length > 0)
            yield return Steps.IsShown(row.Node);
        if (facts > 0)
            yield return facts == row.Types.Length ? Steps.IsShown(row.Node) : $"coalesce({row.Node}.status, '') <> 'RETRACTED'";
    }

    private string Some(Filter.Some some, string node)
    {
        var row = new RowNames(names.Next("n"), names.Next("e"), some.End, some.End.Target.Types);
        string[] conditions = [.. AreShown(row, some.Row), .. some.Row is Filter.And { Parts.IsEmpty: true } ? Array.Empty<string>() : [Condition(some.Row, row)]];
        var where = conditions.Length == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return $"EXISTS {{ MATCH {Steps.Pattern(node, some.End, row.Edge!, row.Node)}{where} }}";
    }

    private string Among(Filter.Among among, RowNames row)
    {
        var (fact, citation) = (row.Node, names.Next("n"));
        string Cited(string onwards, string condition) => $"EXISTS {{ MATCH ({citation}:{Labels.Citation} {{factId: {fact}.id}}){onwards} WHERE {condition} }}";
        switch (among.Part)
        {
            case FactPart.Subject:
                string[] ends = row.Edges.Length > 0 ? [$"startNode({fact}).id", $"endNode({fact}).id"] : row.Types.Any(type => type.Name == Labels.Claim) ? [$"{fact}.subjectId"] : [];
                return Joined(ends.Prepend($"{fact}.id").Select(id => ScalarTest(among.Test, id)), " OR ", "false");
            case FactPart.Source:
                var source = names.Next("n");
                return Cited($"-[:{Labels.FromSource}]->({source}:{Labels.Source})", ScalarTest(among.Test, $"{source}.id"));
            case FactPart.Origin:
                return Cited("", $"{citation}.stance = 'SUPPORTS' AND {ScalarTest(among.Test, $"{citation}.origin")}");
            case FactPart.EvidenceType:
                return Cited("", ScalarTest(among.Test, $"{citation}.evidenceType"));
            default:
                throw new UnreachableException();
        }
    }

    private static PropertyDefinition Definition(RowNames row, string name) =>
        row.Edges.Length > 0 ? row.Edges[0].Property(name)! : row.Types.Select(type => type.Property(name)).First(property => property is not null)!; // the filter was compiled for these types

    // The names are the model's, so what they are tested against is known here.
    private static string[] Matching(ValueTest test, IEnumerable<NodeType> types) => [.. types.Where(type => ValueTest.Satisfies(type.EnumName, test)).Select(type => type.Name)];

    private string Test(ValueTest test, PropertyDefinition property, string node)
    {
        if (property.IsList)
            return ListTest(test, $"coalesce({node}.{property.Name}, [])");
        return property.Kind switch
        {
            ValueKind.FuzzyDate => DateTest(test, part => Stored(node, property, part)),
            ValueKind.Quantity => QuantityTest(test, part => Stored(node, property, part)),
            _ => ScalarTest(test, $"{node}.{property.Name}"),
        };
    }

    private static string Stored(string node, PropertyDefinition property, StoredPart part) =>
        $"{node}.{StoredProperty.Of(property).First(stored => stored.Part == part).Name}";

    private string ScalarTest(ValueTest test, string value) => test switch
    {
        ValueTest.And and => Joined(and.Parts.Select(part => ScalarTest(part, value)), " AND ", "true"),
        ValueTest.Or or => Joined(or.Parts.Select(part => ScalarTest(part, value)), " OR ", "false"),
        ValueTest.Not not => Not(ScalarTest(not.Part, value)),
        ValueTest.Missing => $"{value} IS NULL",
        ValueTest.Equal equal => $"{value} = {parameters.Add(equal.Value)}",
        ValueTest.In { Values: [DateOnly, ..] } days => $"{value} IN [day IN {parameters.Add(days.Values)} | date(day)]",
        ValueTest.In set => $"{value} IN {parameters.Add(set.Values)}",
        ValueTest.Greater(var than, var orEqual) => Comparison.Of(value, orEqual ? ">=" : ">", than, parameters.Add(than), parameters),
        ValueTest.Less(var than, var orEqual) => Comparison.Of(value, orEqual ? "<=" : "<", than, parameters.Add(than), parameters),
        ValueTest.Contains contains => $"{value} CONTAINS {parameters.Add(contains.Text)}",
        ValueTest.StartsWith start => $"{value} STARTS WITH {parameters.Add(start.Text)}",
        ValueTest.EndsWith end => $"{value} ENDS WITH {parameters.Add(end.Text)}",
        _ => throw new UnreachableException(test.ToString()),
    };

    private string ListTest(ValueTest test, string list)
    {
        switch (test)
        {
            case ValueTest.And and:
                return Joined(and.Parts.Select(part => ListTest(part, list)), " AND ", "true");
            case ValueTest.Or or:
                return Joined(or.Parts.Select(part => ListTest(part, list)), " OR ", "false");
            case ValueTest.Not not:
                return Not(ListTest(not.Part, list));
            case ValueTest.Missing:
                return "false";
            case ValueTest.Any:
                return $"size({list}) > 0";
            case ValueTest.Some some:
                var item = names.Next("i");
                return $"any({item} IN {list} WHERE {ScalarTest(some.Element, item)})";
            case ValueTest.Every every:
                var each = names.Next("i");
                return $"all({each} IN {list} WHERE coalesce({ScalarTest(every.Element, each)}, false))";
            default:
                throw new UnreachableException(test.ToString());
        }
    }

    private string DateTest(ValueTest test, Func<StoredPart, string> part)
    {
        var (edtf, earliest, latest) = (part(StoredPart.Edtf), part(StoredPart.Earliest), part(StoredPart.Latest));
        return test switch
        {
            ValueTest.And and => Joined(and.Parts.Select(inner => DateTest(inner, part)), " AND ", "true"),
            ValueTest.Or or => Joined(or.Parts.Select(inner => DateTest(inner, part)), " OR ", "false"),
            ValueTest.Not not => Not(DateTest(not.Part, part)),
            ValueTest.Missing => $"{edtf} IS NULL",
            ValueTest.Edtf text => $"{edtf} = {parameters.Add(text.Text)}",
            ValueTest.Before before => $"{latest} < {parameters.Add(before.Day)}",
            ValueTest.After after => $"{earliest} > {parameters.Add(after.Day)}",
            ValueTest.Within(var from, var to) => Range(edtf, from is { } first ? $"{earliest} >= {parameters.Add(first)}" : null, to is { } last ? $"{latest} <= {parameters.Add(last)}" : null),
            // An end that is not known may lie anywhere.
            ValueTest.Overlaps(var from, var to) => Range(edtf,
                from is { } first ? Not($"{latest} < {parameters.Add(first)}") : null, to is { } last ? Not($"{earliest} > {parameters.Add(last)}") : null),
            ValueTest.Precision precision => ScalarTest(precision.Test, part(StoredPart.Precision)),
            _ => throw new UnreachableException(test.ToString()),
        };
    }

    private string QuantityTest(ValueTest test, Func<StoredPart, string> part)
    {
        var (best, low, high) = (part(StoredPart.Best), part(StoredPart.Low), part(StoredPart.High));
        return test switch
        {
            ValueTest.And and => Joined(and.Parts.Select(inner => QuantityTest(inner, part)), " AND ", "true"),
            ValueTest.Or or => Joined(or.Parts.Select(inner => QuantityTest(inner, part)), " OR ", "false"),
            ValueTest.Not not => Not(QuantityTest(not.Part, part)),
            ValueTest.Missing => $"{part(StoredPart.Unit)} IS NULL",
            ValueTest.AtLeast least => $"{low} >= {parameters.Add(least.Value)}",
            ValueTest.AtMost most => $"{high} <= {parameters.Add(most.Value)}",
            // A figure that is only "about 60,000" has no ends: it meets a range as the point that it names.
            ValueTest.Possibly(var from, var to) => Range($"coalesce({best}, {low}, {high})",
                from is { } least ? Not($"coalesce({high}, CASE WHEN {low} IS NULL THEN {best} END) < {parameters.Add(least)}") : null,
                to is { } most ? Not($"coalesce({low}, CASE WHEN {high} IS NULL THEN {best} END) > {parameters.Add(most)}") : null),
            ValueTest.UnitIs unit => ScalarTest(unit.Test, part(StoredPart.Unit)),
            ValueTest.BoundIs bound => ScalarTest(bound.Test, part(StoredPart.Bound)),
            ValueTest.ContestedIs contested => ScalarTest(contested.Test, part(StoredPart.Contested)),
            _ => throw new UnreachableException(test.ToString()),
        };
    }

    private static string Range(string known, string? from, string? to) =>
        $"({string.Join(" AND ", new[] { $"{known} IS NOT NULL", from, to }.OfType<string>())})";

    private static string Not(string condition) => $"NOT coalesce({condition}, false)";

    private static string Joined(IEnumerable<string> parts, string word, string empty) => parts.ToList() switch
    {
        [] => empty,
        [var only] => only,
        var all => $"({string.Join(word, all)})",
    };
}
