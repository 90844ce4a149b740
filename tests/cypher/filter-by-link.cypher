// { shipments(where: { loadedAtFact: { confidence: { eq: HIGH }, node: { name: { contains: "o" } } } }) { nodes { id } } }

// shipments: Argument, CacheProperties, EmptyRow, Expand(All), Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply, SemiApply
:param p0 => "HIGH";
:param p1 => "o";
:param p2 => 20;
:param p3 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND EXISTS { MATCH (n0)-[e2:LOADED_AT]->(n1) WHERE e2.status <> 'RETRACTED' AND (e2.confidence = $p0 AND n1.name CONTAINS $p1) } AND n0.id > $p3 WITH n0 ORDER BY n0.id LIMIT $p2 RETURN [[n0.id]] } AS rows;
