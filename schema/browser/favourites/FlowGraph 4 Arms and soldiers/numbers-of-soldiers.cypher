// Numbers of soldiers
// Every figure beside who gives it. Later figures include earlier ones: never add them.
MATCH (d:TroopDeployment)-[:HAS_CLAIM]->(c:Claim {property: 'personnel'})
OPTIONAL MATCH (c)-[:ASSERTED_BY]->(by)
RETURN d.caption AS deployment, c.low AS low, c.high AS high, c.best AS best, c.rank AS rank,
       coalesce(by.name, c.assertedByNote) AS assertedBy, c.cites AS sources
ORDER BY deployment, rank
