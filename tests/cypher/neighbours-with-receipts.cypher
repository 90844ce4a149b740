// { port(id: "port:vostochny-port") { shipmentsLoaded(first: 3) { nodes { name } } citations(stance: SUPPORTS) { locator paraphrase source { title url } } } }

// port: Apply, Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Sort, Top, Unwind
:param p0 => "port:vostochny-port";
:param p1 => 4;
:param p2 => "SUPPORTS";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Port {id: $p0}) RETURN [COLLECT { MATCH (n0)<-[e1:LOADED_AT]-(n2:Shipment) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' WITH e1, n2 ORDER BY n2.id, e1.id LIMIT $p1 RETURN [[n2.name]] }, COLLECT { UNWIND range(0, size(n0.citationIds) - 1) AS i3 MATCH (n4:Citation {id: n0.citationIds[i3]}) WHERE n4.stance = $p2 WITH n4, i3 ORDER BY i3 RETURN [n4.locator, n4.paraphrase, COLLECT { MATCH (n4)-[:FROM_SOURCE]->(n5) WITH n5 ORDER BY n5.id LIMIT 1 RETURN [n5.title, n5.url] }] }] } AS rows;
