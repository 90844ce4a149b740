// Citations of nothing, of no source, or named but not there
// No row when all is well.
CALL () {
  MATCH (c:Citation) WHERE NOT EXISTS { (c)-[:FROM_SOURCE]->(:Source) }
  RETURN c.id AS citation, 'has no source' AS fault
UNION ALL
  CALL () {
    MATCH (c:Citation) RETURN c.id AS id, 0 AS named, 1 AS stored
  UNION ALL
    MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE'] UNWIND e.citationIds AS id RETURN id, 1 AS named, 0 AS stored
  UNION ALL
    MATCH (n:_Entity|_Event|Claim) UNWIND n.citationIds AS id RETURN id, 1 AS named, 0 AS stored
  }
  WITH id, sum(named) AS named, sum(stored) AS stored WHERE named = 0 OR stored = 0
  RETURN id AS citation, CASE WHEN named = 0 THEN 'belongs to nothing' ELSE 'is named but not there' END AS fault
}
RETURN citation, fault
ORDER BY citation, fault LIMIT 100
