// Events and claims without a citation
// No row when all is well.
MATCH (f:_Event|Claim)
WHERE coalesce(size(f.citationIds), 0) = 0 OR NOT EXISTS { (f)-[:CITED_BY]->(:Citation) }
RETURN f.id AS fact, f.caption AS caption
ORDER BY fact LIMIT 100
