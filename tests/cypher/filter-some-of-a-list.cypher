// { vessels(where: { shipments: { some: { loadedAt: { id: { eq: "port:vostochny-port" } } } } }) { nodes { id } } }

// vessels: Argument, CacheProperties, EmptyRow, Expand(All), Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply, SemiApply
:param p0 => "port:vostochny-port";
:param p1 => 20;
:param p2 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel) WHERE EXISTS { MATCH (n0)<-[e2:CARRIED_BY]-(n1:Shipment) WHERE e2.status <> 'RETRACTED' AND n1.status <> 'RETRACTED' AND EXISTS { MATCH (n1)-[e4:LOADED_AT]->(n3) WHERE e4.status <> 'RETRACTED' AND n3.id = $p0 } } AND n0.id > $p2 WITH n0 ORDER BY n0.id LIMIT $p1 RETURN [[n0.id]] } AS rows;
