// { shipments(first: 20, order: [{ loadedAt: { name: DESC } }, { carriedByCount: ASC }]) { edges { cursor node { id } } } }

// shipments: Apply, Argument, CacheProperties, EagerAggregation, EmptyRow, Expand(All), Filter, NodeByLabelScan, ProduceResults, Projection, RollUpApply, Top
:param p0 => 20;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' WITH n0, COLLECT { MATCH (n0)-[e3:LOADED_AT]->(n2) WHERE e3.status <> 'RETRACTED' WITH e3, n2 ORDER BY n2.id, e3.id LIMIT 1 RETURN [n2.name] }[0] AS k1, [COUNT { MATCH (n0)-[e6:CARRIED_BY]->(n5) WHERE e6.status <> 'RETRACTED' }] AS k4 WITH n0, k1, k4 ORDER BY k1[0] IS NULL, k1[0] DESC, k4[0], n0.id LIMIT $p0 RETURN [[n0.id], k1, k4, n0.id] } AS rows;
