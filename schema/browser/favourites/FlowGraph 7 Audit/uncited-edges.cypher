// Edges without a citation
// No row when all is well.
MATCH (a)-[e]->(b)
WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE']
  AND (coalesce(size(e.citationIds), 0) = 0 OR NOT EXISTS { MATCH (c:Citation) WHERE c.factId = e.id })
RETURN type(e) AS type, e.id AS edge, a.id AS from, b.id AS to
ORDER BY type, edge, from, to LIMIT 100
