// Passages behind $fact
// An arrow or an event, by its id.
MATCH (c:Citation {factId: $fact})-[:FROM_SOURCE]->(s:Source)
RETURN c.stance AS stance, s.publisher AS publisher, s.title AS title, s.publishedAtEdtf AS published,
       c.locator AS place, c.paraphrase AS says, c.grade AS grade, c.scope AS scope, s.url AS url
ORDER BY stance, publisher
