// Search for $words
// In the names of every type.
MATCH (n:_Entity|_Event)
WHERE any(key IN n.searchKeys WHERE toLower(key) CONTAINS toLower($words))
RETURN [label IN labels(n) WHERE NOT label STARTS WITH '_'][0] AS type, n.caption AS found, n.id AS id
ORDER BY type, found
