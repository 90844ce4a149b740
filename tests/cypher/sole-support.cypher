// { source(id: "source:voz-2024-11-22") { soleSupportFor(first: 5) { totalCount nodes { id } } } }

// source: AntiSemiApply, Apply, Argument, CacheProperties, Distinct, EagerAggregation, EmptyRow, Expand(All), Expand(Into), Filter, NodeByLabelScan, NodeIndexSeek, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Top
:param p0 => "source:voz-2024-11-22";
:param p1 => "SUPPORTS";
:param p2 => 5;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Source {id: $p0}) RETURN [COUNT { MATCH (n0)<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' AND n1.stance = $p1 AND NOT EXISTS { MATCH (n3:Citation {factId: n1.factId}) WHERE n3.stance = 'SUPPORTS' AND NOT EXISTS { (n3)-[:FROM_SOURCE]->(n0) } } RETURN DISTINCT n1.factId }, COLLECT { MATCH (n0)<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' AND n1.stance = $p1 AND NOT EXISTS { MATCH (n3:Citation {factId: n1.factId}) WHERE n3.stance = 'SUPPORTS' AND NOT EXISTS { (n3)-[:FROM_SOURCE]->(n0) } } WITH DISTINCT n1.factId AS f2 ORDER BY f2 LIMIT $p2 RETURN [f2] }] } AS rows;
