// { source(id: "source:voz-2024-11-22") { supports(through: RELAYS, first: 5) { totalCount edges { citations { id } node { id } } } } }

// source: Apply, Argument, CacheProperties, Distinct, EagerAggregation, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Top, VarLengthExpand(Pruning,BFS,All)
:param p0 => "source:voz-2024-11-22";
:param p1 => 5;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Source {id: $p0}) RETURN [COUNT { MATCH (n0)<-[:DERIVED_FROM*0..]-()<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' RETURN DISTINCT n1.factId }, COLLECT { MATCH (n0)<-[:DERIVED_FROM*0..]-()<-[:FROM_SOURCE]-(n1:Citation) WHERE n1.factStatus <> 'RETRACTED' WITH DISTINCT n1.factId AS f2 ORDER BY f2 LIMIT $p1 RETURN [f2, COLLECT { MATCH (n0)<-[:DERIVED_FROM*0..]-()<-[:FROM_SOURCE]-(n3:Citation) WHERE n3.factId = f2 WITH DISTINCT n3 RETURN [n3.id, n3.stance, n3.grade] }] }] } AS rows;
