using System.Collections.Immutable;
using System.Text;
using FlowGraph.Model.Structure;

namespace FlowGraph.Neo4j.Cypher;

/// <summary>A question whose answer has no row when all is well.</summary>
public sealed record AuditQuestion(string Name, string Title, string Text, ImmutableArray<string> Columns);

/// <summary>What no constraint of Community can hold: that every fact is cited, completely, and that nothing is missing.</summary>
public static class AuditCypher
{
    /// <summary>Rows that an answer lists at most.</summary>
    public const int Limit = 100;

    public static ImmutableArray<AuditQuestion> Questions(GraphModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var structural = Labels.List(Labels.Structural(model));
        var facts = string.Join('|', model.NodeTypes.Where(type => type.IsFact).Select(Labels.Anchor).Distinct());
        var cited = string.Join('|', Labels.Anchors(model).Where(label => label is not "Source" and not Labels.Citation));
        return
        [
            new("uncitedEdges", "Edges without a citation", $$"""
                MATCH (a)-[e]->(b)
                WHERE NOT type(e) IN {{structural}}
                  AND (coalesce(size(e.citationIds), 0) = 0 OR NOT EXISTS { MATCH (c:Citation) WHERE c.factId = e.id })
                RETURN type(e) AS type, e.id AS edge, a.id AS from, b.id AS to
                ORDER BY type, edge, from, to LIMIT {{Limit}}
                """, ["type", "edge", "from", "to"]),
            new("uncitedFacts", "Events and claims without a citation", $$"""
                MATCH (f:{{facts}})
                WHERE coalesce(size(f.citationIds), 0) = 0 OR NOT EXISTS { (f)-[:CITED_BY]->(:Citation) }
                RETURN f.id AS fact, f.caption AS caption
                ORDER BY fact LIMIT {{Limit}}
                """, ["fact", "caption"]),
            // From a citation its edge is not found without trying every type of edge, so those that belong to nothing are told by counting,
            // and named only where the count says that there are some: to group all ids takes memory by the gigabyte.
            new("danglingCitations", "Citations of nothing, of no source, or named but not there", $$"""
                CALL () {
                  MATCH (c:Citation) WHERE NOT EXISTS { (c)-[:FROM_SOURCE]->(:Source) }
                  RETURN c.id AS citation, 'has no source' AS fault
                UNION ALL
                  CALL () {
                    MATCH ()-[e]->() WHERE NOT type(e) IN {{structural}} UNWIND e.citationIds AS id RETURN e.id AS owner, id
                  UNION ALL
                    MATCH (n:{{cited}}) UNWIND n.citationIds AS id RETURN n.id AS owner, id
                  }
                  OPTIONAL MATCH (c:Citation {id: id})
                  WITH id, c, owner WHERE c IS NULL OR c.factId <> owner
                  RETURN id AS citation, CASE WHEN c IS NULL THEN 'is named but not there' ELSE 'is named by ' + owner + ', which it does not belong to' END AS fault
                UNION ALL
                  CALL () { MATCH (c:Citation) RETURN count(c) AS stored }
                  CALL () { MATCH ()-[e]->() WHERE NOT type(e) IN {{structural}} RETURN sum(size(e.citationIds)) AS ofEdges }
                  CALL () { MATCH (n:{{cited}}) RETURN sum(size(n.citationIds)) AS ofNodes }
                  WITH stored, ofEdges + ofNodes AS mentions WHERE stored <> mentions
                  CALL () {
                    MATCH (c:Citation) RETURN c.id AS id, 0 AS named
                  UNION ALL
                    MATCH ()-[e]->() WHERE NOT type(e) IN {{structural}} UNWIND e.citationIds AS id RETURN id, 1 AS named
                  UNION ALL
                    MATCH (n:{{cited}}) UNWIND n.citationIds AS id RETURN id, 1 AS named
                  }
                  WITH id, sum(named) AS named WHERE named = 0
                  RETURN id AS citation, 'belongs to nothing' AS fault
                }
                RETURN citation, fault
                ORDER BY citation, fault LIMIT {{Limit}}
                """, ["citation", "fault"]),
            new("incompleteCitations", "Citations without locator, paraphrase or stance, or of a source without title or publisher", $$"""
                MATCH (c:Citation)
                OPTIONAL MATCH (c)-[:FROM_SOURCE]->(s:Source)
                WITH c, s, [part IN [['locator', c.locator], ['paraphrase', c.paraphrase], ['stance', c.stance], ['title', s.title], ['publisher', s.publisher]]
                  WHERE trim(coalesce(part[1], '')) = '' | part[0]] AS missing
                WHERE size(missing) > 0
                RETURN c.id AS citation, s.id AS source, missing
                ORDER BY citation, source LIMIT {{Limit}}
                """, ["citation", "source", "missing"]),
            new("counts", "Types of which there are more or fewer than the release says", $$"""
                CALL () {
                  MATCH (r:_Release) UNWIND r.counts AS line
                  RETURN split(line, ' ')[0] AS type, toInteger(split(line, ' ')[1]) AS expected, 0 AS found
                UNION ALL
                  MATCH (n) WHERE NOT n:_Release
                  WITH coalesce(head([label IN labels(n) WHERE label IN {{Labels.List(model.NodeTypes.Select(type => type.Name))}}]), 'unknown') AS type
                  RETURN type, 0 AS expected, count(*) AS found
                UNION ALL
                  MATCH ()-[e]->() WHERE NOT type(e) IN {{structural}}
                  RETURN type(e) AS type, 0 AS expected, count(*) AS found
                }
                WITH type, sum(expected) AS expected, sum(found) AS found WHERE expected <> found
                RETURN type, expected, found
                ORDER BY type LIMIT {{Limit}}
                """, ["type", "expected", "found"]),
        ];
    }

    /// <summary>For Neo4j Browser: each question may be run by itself.</summary>
    public static string Print(GraphModel model)
    {
        var text = new StringBuilder("// What must hold in a loaded database. Every question answers with no row when all is well.\n");
        foreach (var question in Questions(model))
            text.Append("\n// ").Append(question.Title).Append('\n').Append(question.Text.ReplaceLineEndings("\n")).Append(";\n");
        return text.ToString();
    }
}
