// Arrows by type
// With the types at their ends.
MATCH (a)-[e]->(b)
WITH type(e) AS arrow, [label IN labels(a) WHERE NOT label STARTS WITH '_'][0] AS start,
     [label IN labels(b) WHERE NOT label STARTS WITH '_'][0] AS end, count(*) AS number
RETURN arrow, number, start, end
ORDER BY arrow, number DESC
