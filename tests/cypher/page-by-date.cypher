// { shipments(first: 20, order: [{ when: ASC }]) { nodes { id when { edtf } } } }

// shipments: CacheProperties, EmptyRow, Filter, NodeByLabelScan, ProduceResults, Projection, RollUpApply, Top
:param p0 => 21;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' WITH n0 ORDER BY n0.earliest, n0.latest, n0.id LIMIT $p0 RETURN [[n0.id, n0.whenEdtf]] } AS rows;
