// Passages to be looked up
// Known from an archived excerpt; the place in the source was not located.
MATCH (c:Citation {locatorKind: 'EXCERPT'})-[:FROM_SOURCE]->(s:Source)
RETURN s.publisher AS publisher, s.title AS title, count(*) AS passages, s.url AS url
ORDER BY passages DESC, title
