// Citations of nothing, of no source, or named but not there
// No row when all is well.
CALL () {
  MATCH (c:Citation) WHERE NOT EXISTS { (c)-[:FROM_SOURCE]->(:Source) }
  RETURN c.id AS citation, 'has no source' AS fault
UNION ALL
  CALL () {
    MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE'] UNWIND e.citationIds AS id RETURN e.id AS owner, id
  UNION ALL
    MATCH (n:_Entity|_Event|Claim) UNWIND n.citationIds AS id RETURN n.id AS owner, id
  }
  OPTIONAL MATCH (c:Citation {id: id})
  WITH id, c, owner WHERE c IS NULL OR c.factId <> owner
  RETURN id AS citation, CASE WHEN c IS NULL THEN 'is named but not there' ELSE 'is named by ' + owner + ', which it does not belong to' END AS fault
UNION ALL
  CALL () { MATCH (c:Citation) RETURN count(c) AS stored }
  CALL () { MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE'] RETURN sum(size(e.citationIds)) AS ofEdges }
  CALL () { MATCH (n:_Entity|_Event|Claim) RETURN sum(size(n.citationIds)) AS ofNodes }
  WITH stored, ofEdges + ofNodes AS mentions WHERE stored <> mentions
  CALL () {
    MATCH (c:Citation) RETURN c.id AS id, 0 AS named
  UNION ALL
    MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE'] UNWIND e.citationIds AS id RETURN id, 1 AS named
  UNION ALL
    MATCH (n:_Entity|_Event|Claim) UNWIND n.citationIds AS id RETURN id, 1 AS named
  }
  WITH id, sum(named) AS named WHERE named = 0
  RETURN id AS citation, 'belongs to nothing' AS fault
}
RETURN citation, fault
ORDER BY citation, fault LIMIT 100
