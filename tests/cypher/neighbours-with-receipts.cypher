// { port(id: "port:vostochny-port") { shipmentsLoaded(first: 3) { nodes { name } } citations(stance: SUPPORTS) { locator paraphrase source { title url } } } }

// port: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Sort, Top
:param p0 => "port:vostochny-port";
:param p1 => 3;
:param p2 => "SUPPORTS";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Port {id: $p0}) RETURN [COLLECT { MATCH (n0)<-[e1:LOADED_AT]-(n2:Shipment) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' WITH e1, n2 ORDER BY n2.id, e1.id LIMIT $p1 RETURN [[n2.name]] }, COLLECT { MATCH (n0)-[:CITED_BY]->(n4) WHERE n4.stance = $p2 WITH n4 ORDER BY CASE n4.stance WHEN 'SUPPORTS' THEN 0 WHEN 'DISPUTES' THEN 1 WHEN 'CONTEXT' THEN 2 END, CASE n4.grade WHEN 'CONFIRMED' THEN 0 WHEN 'LIKELY' THEN 1 WHEN 'REPORTED' THEN 2 WHEN 'DISPUTED' THEN 3 END, n4.id RETURN [n4.locator, n4.paraphrase, COLLECT { MATCH (n4)-[:FROM_SOURCE]->(n5) RETURN [n5.title, n5.url] }] }] } AS rows;
