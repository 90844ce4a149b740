// { shipment(id: "shipment:osc-43-trips-2024") { loadedAt { id name } loadedAtFact { kind confidence fact { id } } } }

// shipment: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Top
:param p0 => "shipment:osc-43-trips-2024";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment {id: $p0}) RETURN [COLLECT { MATCH (n0)-[e1:LOADED_AT]->(n2) WHERE e1.status <> 'RETRACTED' WITH e1, n2 ORDER BY n2.id, e1.id LIMIT 1 RETURN [n2.id, n2.name] }, COLLECT { MATCH (n0)-[e3:LOADED_AT]->(n4) WHERE e3.status <> 'RETRACTED' WITH e3, n4 ORDER BY n4.id, e3.id LIMIT 1 RETURN [e3.kind, e3.confidence, [e3.id]] }] } AS rows;
