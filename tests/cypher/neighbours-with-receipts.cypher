// { port(id: "port:vostochny-port") { shipmentsLoaded(first: 3) { nodes { name } } citations(stance: SUPPORTS) { locator paraphrase source { title url } } } }

// port: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Top
:param p0 => "port:vostochny-port";
:param p1 => 3;
:param p2 => "SUPPORTS";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Port {id: $p0}) RETURN [COLLECT { MATCH (n0)<-[e1:LOADED_AT]-(n2:Shipment) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' WITH e1, n2 ORDER BY n2.id, e1.id LIMIT $p1 RETURN [[n2.name]] }, COLLECT { MATCH (n0)-[:CITED_BY]->(n3) WHERE n3.stance = $p2 RETURN [n3.locator, n3.paraphrase, COLLECT { MATCH (n3)-[:FROM_SOURCE]->(n4) RETURN [n4.title, n4.url] }, n3.stance, n3.grade, n3.id] }] } AS rows;
