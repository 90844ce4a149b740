// { shipment(id: "shipment:osc-43-trips-2024") { barrels { best unit claims { id rank } } claims(property: "barrels") { id status } } }

// shipment: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply
:param p0 => "shipment:osc-43-trips-2024";
:param p1 => "barrels";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment {id: $p0}) RETURN [[n0.barrelsBest, n0.barrelsLow, n0.barrelsHigh, n0.barrelsUnit, n0.barrelsBound, n0.barrelsText, n0.barrelsContested], COLLECT { MATCH (n0)-[:HAS_CLAIM]->(n1) WHERE n1.property = 'barrels' RETURN [n1.id, n1.rank, n1.asOfEarliest, n1.asOfLatest] }, COLLECT { MATCH (n0)-[:HAS_CLAIM]->(n2) WHERE n2.property = $p1 RETURN [n2.id, n2.status, n2.rank, n2.asOfEarliest, n2.asOfLatest] }] } AS rows;
