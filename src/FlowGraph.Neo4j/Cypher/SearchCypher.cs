using System.Collections.Immutable;
using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;
using FlowGraph.Query.Search;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Statements for search: what records are called. The first column is the release, the second the rows.</summary>
internal static class SearchCypher
{
    /// <summary>Places in a row, before the values of <see cref="Properties"/>.</summary>
    public const int Id = 0;
    public const int FirstValue = 1;

    /// <summary>Labels that together are on everything with a name.</summary>
    public static ImmutableArray<string> Anchors(GraphModel model) =>
        [.. model.NodeTypes.Where(type => !SearchedField.Of(type).IsEmpty).Select(Labels.Anchor).Distinct()];

    /// <summary>By name; each type has some of them.</summary>
    public static ImmutableArray<string> Properties(GraphModel model) =>
    [
        .. model.NodeTypes.SelectMany(type => SearchedField.Of(type).Select(field => field.Property.Name).Append(SearchedField.NameOf(type)?.Name).OfType<string>())
            .Append("status").Distinct(),
    ];

    /// <summary>A page of what stands under an anchor, by id; rows are an id and values.</summary>
    public static CypherStatement Page(GraphModel model, string anchor, string after, int size)
    {
        var parameters = new ParameterList();
        return parameters.Statement(
            $"RETURN {ReleaseCypher.State}, COLLECT {{ MATCH (n:{anchor}) WHERE n.id > {parameters.Add(after)} WITH n ORDER BY n.id LIMIT {parameters.Add(size)} RETURN {Row(model)} }}");
    }

    /// <summary>What the full-text indexes propose for words, and what has one of these texts as its id or natural key.</summary>
    public static CypherStatement Candidates(GraphModel model, IEnumerable<NodeType> types, string words, IEnumerable<string> keys, int most)
    {
        var parameters = new ParameterList();
        var (asked, limit, given) = (parameters.Add(words), parameters.Add(most), parameters.Add(keys));
        var named = types.Where(type => !SearchedField.Of(type).IsEmpty).ToList();
        // A text of signs alone has no words, and Lucene wants some.
        var proposed = (words.Length == 0 ? [] : named).Where(type => type.Properties.Any(property => property.SearchWeight > 0))
            .Select(type => $"COLLECT {{ CALL db.index.fulltext.queryNodes('{SchemaCypher.SearchIndex(type)}', {asked}, {{limit: {limit}}}) YIELD node AS n, score RETURN [score, n] }}");
        var byKey = named.SelectMany(type => type.Properties.Where(property => property.IsKey).Select(property => property.Name).Append("id").Select(name => (Label: type.Name, name)))
            .Select(pair => $"COLLECT {{ UNWIND {given} AS key MATCH (n:{pair.Label} {{{pair.name}: key}}) RETURN n }}");
        return parameters.Statement(
            $"WITH COLLECT {{ UNWIND {string.Join(" + ", proposed.DefaultIfEmpty("[]"))} AS found WITH found ORDER BY found[0] DESC LIMIT {limit} RETURN found[1] }} + {string.Join(" + ", byKey)} AS found "
            + $"RETURN {ReleaseCypher.State}, COLLECT {{ UNWIND found AS n WITH DISTINCT n RETURN {Row(model)} }}");
    }

    private static string Row(GraphModel model) => $"[n.id, {string.Join(", ", Properties(model).Select(name => $"n.{name}"))}]";
}
