// { vessel(id: "vessel:chon-ma-san") { shipments(first: 5, order: [{ when: DESC }]) { totalCount edges { cursor factId confidence citations { locator } node { id when { edtf } } } } } }

// vessel: Apply, Argument, CacheProperties, EagerAggregation, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Top, Unwind
:param p0 => "vessel:chon-ma-san";
:param p1 => 5;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel {id: $p0}) RETURN [COUNT { MATCH (n0)<-[e1:CARRIED_BY]-(n2:Shipment) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' }, COLLECT { MATCH (n0)<-[e1:CARRIED_BY]-(n2:Shipment) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' WITH e1, n2 ORDER BY n2.earliest IS NULL, n2.earliest DESC, n2.latest IS NULL, n2.latest DESC, n2.id, e1.id LIMIT $p1 RETURN [e1.id, e1.confidence, COLLECT { UNWIND e1.citationIds AS i4 MATCH (n3:Citation {id: i4}) RETURN [n3.locator, n3.stance, n3.grade, n3.id] }, [n2.id, n2.whenEdtf], n2.whenEdtf, n2.id] }] } AS rows;
