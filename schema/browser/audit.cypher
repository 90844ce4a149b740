// What must hold in a loaded database. Every question answers with no row when all is well.

// Edges without a citation
MATCH (a)-[e]->(b)
WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE']
  AND (coalesce(size(e.citationIds), 0) = 0 OR NOT EXISTS { MATCH (c:Citation) WHERE c.factId = e.id })
RETURN type(e) AS type, e.id AS edge, a.id AS from, b.id AS to
ORDER BY type, edge, from, to LIMIT 100;

// Events and claims without a citation
MATCH (f:_Event|Claim)
WHERE coalesce(size(f.citationIds), 0) = 0 OR NOT EXISTS { (f)-[:CITED_BY]->(:Citation) }
RETURN f.id AS fact, f.caption AS caption
ORDER BY fact LIMIT 100;

// Citations of nothing, of no source, or named but not there
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
ORDER BY citation, fault LIMIT 100;

// Citations without locator, paraphrase or stance, or of a source without title or publisher
MATCH (c:Citation)
OPTIONAL MATCH (c)-[:FROM_SOURCE]->(s:Source)
WITH c, s, [part IN [['locator', c.locator], ['paraphrase', c.paraphrase], ['stance', c.stance], ['title', s.title], ['publisher', s.publisher]]
  WHERE trim(coalesce(part[1], '')) = '' | part[0]] AS missing
WHERE size(missing) > 0
RETURN c.id AS citation, s.id AS source, missing
ORDER BY citation, source LIMIT 100;

// Types of which there are more or fewer than the release says
CALL () {
  MATCH (r:_Release) UNWIND r.counts AS line
  RETURN split(line, ' ')[0] AS type, toInteger(split(line, ' ')[1]) AS expected, 0 AS found
UNION ALL
  MATCH (n) WHERE NOT n:_Release
  WITH coalesce(head([label IN labels(n) WHERE label IN ['State', 'Port', 'Facility', 'Area', 'Vessel', 'Organization', 'Person', 'MilitaryUnit', 'Shipment', 'ArmsTransfer', 'TroopDeployment', 'Exchange', 'Sighting', 'Designation', 'Agreement', 'Cap', 'Statement', 'Occurrence', 'Dispute', 'Claim', 'Source', 'Citation']]), 'unknown') AS type
  RETURN type, 0 AS expected, count(*) AS found
UNION ALL
  MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE']
  RETURN type(e) AS type, 0 AS expected, count(*) AS found
}
WITH type, sum(expected) AS expected, sum(found) AS found WHERE expected <> found
RETURN type, expected, found
ORDER BY type LIMIT 100;
