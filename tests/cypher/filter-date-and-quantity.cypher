// { shipments(where: { when: { overlaps: { from: "2024-03-01", to: "2024-12-31" } }, barrels: { atLeast: 1000 } }) { nodes { id } } }

// shipments: CacheProperties, EmptyRow, Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => "2024-03-01";
:param p1 => "2024-12-31";
:param p2 => 1000.0;
:param p3 => 20;
:param p4 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND ((n0.whenEdtf IS NOT NULL AND NOT coalesce(n0.latest < date($p0), false) AND NOT coalesce(n0.earliest > date($p1), false)) AND n0.barrelsLow >= $p2) AND n0.id > $p4 WITH n0 ORDER BY n0.id LIMIT $p3 RETURN [[n0.id]] } AS rows;
