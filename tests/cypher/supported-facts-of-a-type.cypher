// { source(id: "source:voz-2024-11-22") { supports(first: 5, where: { type: { eq: SHIPMENT }, confidence: { eq: LOW } }) { totalCount nodes { id } } } }

// source: Apply, Argument, CacheProperties, Distinct, EagerAggregation, EmptyRow, Expand(All), Filter, LetSelectOrSemiApply, LetSemiApply, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, SelectOrSemiApply, Top, VarLengthExpand(All)
:param p0 => "source:voz-2024-11-22";
:param p1 => ["Shipment"];
:param p2 => "LOW";
:param p3 => [];
:param p4 => "LOW";
:param p5 => 5;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Source {id: $p0}) RETURN [COUNT { MATCH (n0)<-[:DERIVED_FROM*0..]-()<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' AND (EXISTS { MATCH (f3)-[:CITED_BY]->(n1) WHERE (any(label IN labels(f3) WHERE label IN $p1) AND f3.confidence = $p2) } OR EXISTS { MATCH (:_Entity {id: n1.factFrom})-[f3]->() WHERE f3.id = n1.factId AND (type(f3) IN $p3 AND f3.confidence = $p4) } OR EXISTS { MATCH (:_Event {id: n1.factFrom})-[f3]->() WHERE f3.id = n1.factId AND (type(f3) IN $p3 AND f3.confidence = $p4) }) RETURN DISTINCT n1.factId }, COLLECT { MATCH (n0)<-[:DERIVED_FROM*0..]-()<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' AND (EXISTS { MATCH (f3)-[:CITED_BY]->(n1) WHERE (any(label IN labels(f3) WHERE label IN $p1) AND f3.confidence = $p2) } OR EXISTS { MATCH (:_Entity {id: n1.factFrom})-[f3]->() WHERE f3.id = n1.factId AND (type(f3) IN $p3 AND f3.confidence = $p4) } OR EXISTS { MATCH (:_Event {id: n1.factFrom})-[f3]->() WHERE f3.id = n1.factId AND (type(f3) IN $p3 AND f3.confidence = $p4) }) WITH DISTINCT n1.factId AS f2 ORDER BY f2 LIMIT $p5 RETURN [f2] }] } AS rows;
