// { shipments(where: { loadedAt: null }) { nodes { id } } }

// shipments: AntiSemiApply, Argument, CacheProperties, EmptyRow, Expand(All), Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => 20;
:param p1 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND NOT EXISTS { MATCH (n0)-[e2:LOADED_AT]->(n1) WHERE e2.status <> 'RETRACTED' } AND n0.id > $p1 WITH n0 ORDER BY n0.id LIMIT $p0 RETURN [[n0.id]] } AS rows;
