// Citations without locator, paraphrase or stance, or of a source without title or publisher
// No row when all is well.
MATCH (c:Citation)
OPTIONAL MATCH (c)-[:FROM_SOURCE]->(s:Source)
WITH c, s, [part IN [['locator', c.locator], ['paraphrase', c.paraphrase], ['stance', c.stance], ['title', s.title], ['publisher', s.publisher]]
  WHERE trim(coalesce(part[1], '')) = '' | part[0]] AS missing
WHERE size(missing) > 0
RETURN c.id AS citation, s.id AS source, missing
ORDER BY citation, source LIMIT 100
