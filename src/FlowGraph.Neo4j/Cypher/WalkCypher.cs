using FlowGraph.Model.Structure;
using FlowGraph.Neo4j.Client;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>Statements for chains: what walking, ranking and printing read. The first column is the release, the second the rows.</summary>
internal static class WalkCypher
{
    /// <summary>Properties of a node that walking and ranking need, in the order in which they follow its id.</summary>
    public static readonly string[] OfNode = ["name", "degree", "kind", "status", "confidence", "independentSources", "modality", "form", "whenEdtf"];

    /// <summary>Of an edge, after its id and the ids of its ends.</summary>
    public static readonly string[] OfEdge = ["key", "kind", "status", "confidence", "independentSources", "whenEdtf"];

    /// <summary>Rows are nodes.</summary>
    public static CypherStatement Nodes(ILookup<string, string> idsByAnchor)
    {
        var parameters = new ParameterList();
        return parameters.Statement($"RETURN {ReleaseCypher.State}, {Union(idsByAnchor, parameters, "n", Node("n"))}");
    }

    /// <summary>Rows are one pair: the edges, each once, and the nodes at their ends.</summary>
    /// <param name="types">Null = all of class FACT.</param>
    public static CypherStatement Expand(GraphModel model, ILookup<string, string> idsByAnchor, IEnumerable<string>? types)
    {
        var parameters = new ParameterList();
        var known = Labels.Facts(model).Where(type => types is not null || type.Class == EdgeClass.Fact).Select(type => type.Name);
        var start = Union(idsByAnchor, parameters, "n", "n");
        var only = types is null ? "" : $" WHERE type(e) IN {parameters.Add(types)}";
        return parameters.Statement(
            $"UNWIND {start} AS n MATCH (n)-[e:{string.Join('|', known)}]-(m){only} "
            + $"WITH collect(DISTINCT e) AS edges, collect(DISTINCT m) AS nodes "
            + $"RETURN {ReleaseCypher.State}, [[e IN edges | {Edge("e")}], [m IN nodes | {Node("m")}]]");
    }

    /// <summary>Five lists: the nodes, their claims ([the node's id, the claim, who asserts it]), then as <see cref="Cited"/>.</summary>
    public static CypherStatement EvidenceOfNodes(GraphModel model, string anchor, IEnumerable<string> ids)
    {
        var parameters = new ParameterList();
        string Claims(string claim) => $"COLLECT {{ UNWIND facts AS n MATCH (n)-[:{Labels.HasClaim}]->(k:{Labels.Claim}) RETURN {claim} }}";
        var told = $"[n.id, {PlanCypher.Map("k")}, COLLECT {{ MATCH (k)-[:{Asserted(model)}]->(a) RETURN {PlanCypher.Map("a")} }}]";
        return parameters.Statement(
            $"WITH COLLECT {{ UNWIND {parameters.Add(ids)} AS id MATCH (n:{anchor} {{id: id}}) RETURN n }} AS facts "
            + Cited(model, $"facts + {Claims("k")}", $"[n IN facts | {PlanCypher.Map("n")}], {Claims(told)}"));
    }

    /// <summary>Four lists: the edges ([from, to, type, properties]), then as <see cref="Cited"/>.</summary>
    public static CypherStatement EvidenceOfEdges(GraphModel model, IEnumerable<string> ids)
    {
        var parameters = new ParameterList();
        return parameters.Statement(
            $"WITH {Steps.EdgesById(model, parameters.Add(ids), "e", "e")} AS facts "
            + Cited(model, "facts", $"[e IN facts | [startNode(e).id, endNode(e).id, type(e), {PlanCypher.Map("e")}]]"));
    }

    /// <summary>A list of how many edges each relationship has.</summary>
    public static CypherStatement EdgeCounts(IEnumerable<Relationship> relationships) => new(
        $"RETURN {ReleaseCypher.State}, [{string.Join(", ", relationships.Select(relationship => $"COUNT {{ {Steps.Pattern($":{relationship.Source.Name}", new(relationship.Field, relationship, Direction.Out), "", "")} }}"))}]");

    /// <summary>Rows are entities and events.</summary>
    public static CypherStatement Named(GraphModel model)
    {
        var anchors = model.NodeTypes.Where(type => type.Contract != Contract.Record).Select(Labels.Anchor).Distinct();
        return new($"RETURN {ReleaseCypher.State}, {string.Join(" + ", anchors.Select(anchor => $"COLLECT {{ MATCH (n:{anchor}) RETURN {PlanCypher.Map("n")} }}"))}");
    }

    /// <summary>Rows are pairs of a key and the id of its fact.</summary>
    public static CypherStatement FactIds(IEnumerable<string> keys)
    {
        var parameters = new ParameterList();
        return parameters.Statement($"RETURN {ReleaseCypher.State}, COLLECT {{ UNWIND {parameters.Add(keys)} AS key MATCH (c:{Labels.Citation} {{factKey: key}}) RETURN DISTINCT [key, c.factId] }}");
    }

    /// <summary>The statements of a usual chain, asked for what is not there.</summary>
    public static IEnumerable<CypherStatement> Known(GraphModel model)
    {
        // A list of one, of a few and of many are compiled apart.
        return ((int[])[1, 2, 11]).SelectMany(size => Known(model, [.. Enumerable.Repeat("", size)]));
    }

    private static IEnumerable<CypherStatement> Known(GraphModel model, string[] nothing)
    {
        var (entity, happening) = (Anchor(model, Contract.Entity), Anchor(model, Contract.Event));
        foreach (var anchors in (string[][])[[entity], [happening], [entity, happening]])
        {
            var ids = anchors.SelectMany(anchor => nothing, (anchor, id) => (anchor, id)).ToLookup(pair => pair.anchor, pair => pair.id);
            yield return Nodes(ids);
            yield return Expand(model, ids, null);
        }
        yield return EvidenceOfNodes(model, entity, nothing);
        yield return EvidenceOfNodes(model, happening, nothing);
        yield return EvidenceOfEdges(model, nothing);
        yield return FactIds(nothing);
    }

    private static string Anchor(GraphModel model, Contract contract) => Labels.Anchor(model.NodeTypes.First(type => type.Contract == contract));

    /// <summary>What stands behind facts, each once, for many of them share it: citations ([citation, its source's id]), then sources and, where they are known, origins: sources or actors.</summary>
    private static string Cited(GraphModel model, string cited, string facts)
    {
        var fromSource = $"MATCH (c)-[:{model.NodeTypesByName[Labels.Citation].Relationships.Single(relationship => relationship.Edge.Class == EdgeClass.Structural).Edge.Name}]->(s)";
        var anchors = model.NodeTypes.Where(type => type.Contract == Contract.Entity || type.Name == Labels.Source).Select(Labels.Anchor).Distinct();
        var origins = anchors.Select(anchor => $"COLLECT {{ UNWIND citations AS c WITH DISTINCT c.origin AS id MATCH (o:{anchor} {{id: id}}) RETURN {PlanCypher.Map("o")} }}");
        return $"WITH facts, COLLECT {{ UNWIND {cited} AS f UNWIND coalesce(f.citationIds, []) AS id WITH DISTINCT id MATCH (c:{Labels.Citation} {{id: id}}) RETURN c }} AS citations "
            + $"RETURN {ReleaseCypher.State}, [{facts}, COLLECT {{ UNWIND citations AS c {fromSource} RETURN [{PlanCypher.Map("c")}, s.id] }}, "
            + $"COLLECT {{ UNWIND citations AS c {fromSource} WITH DISTINCT s RETURN {PlanCypher.Map("s")} }} + {string.Join(" + ", origins)}]";
    }

    private static string Asserted(GraphModel model) =>
        model.NodeTypesByName[Labels.Claim].Relationships.First(relationship => relationship.Field == "assertedBy").Edge.Name;

    private static string Union(ILookup<string, string> idsByAnchor, ParameterList parameters, string node, string result) => string.Join(" + ",
        idsByAnchor.OrderBy(ids => ids.Key, StringComparer.Ordinal).Select(ids => $"COLLECT {{ UNWIND {parameters.Add(ids)} AS id MATCH ({node}:{ids.Key} {{id: id}}) RETURN {result} }}"));

    private static string Node(string node) => $"[{node}.id, {string.Join(", ", OfNode.Select(name => $"{node}.{name}"))}]";

    private static string Edge(string edge) =>
        $"[{edge}.id, startNode({edge}).id, endNode({edge}).id, type({edge}), COUNT {{ MATCH (c:{Labels.Citation} {{factId: {edge}.id}}) WHERE c.stance = 'SUPPORTS' }}, {string.Join(", ", OfEdge.Select(name => $"{edge}.{name}"))}]";
}
