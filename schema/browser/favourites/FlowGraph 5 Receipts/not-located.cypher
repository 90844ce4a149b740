// Passages that still have to be looked up in their source
MATCH (c:Citation {locatorKind: 'EXCERPT'})-[:FROM_SOURCE]->(s:Source)
RETURN s.publisher AS publisher, s.title AS title, count(*) AS passages, s.url AS url
ORDER BY passages DESC, title
