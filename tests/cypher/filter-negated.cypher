// { vessels(where: { not: { or: [{ name: { startsWith: "A" } }, { aliases: { some: { contains: "Star" } } }] } }) { nodes { id } } }

// vessels: CacheProperties, EmptyRow, Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => "A";
:param p1 => "Star";
:param p2 => 20;
:param p3 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel) WHERE NOT coalesce((n0.name STARTS WITH $p0 OR any(i1 IN coalesce(n0.aliases, []) WHERE i1 CONTAINS $p1)), false) AND n0.id > $p3 WITH n0 ORDER BY n0.id LIMIT $p2 RETURN [[n0.id]] } AS rows;
