// { shipments(first: 20) { pageInfo { hasNextPage endCursor } nodes { id name } } }

// shipments: CacheProperties, EmptyRow, Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => 21;
:param p1 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND n0.id > $p1 WITH n0 ORDER BY n0.id LIMIT $p0 RETURN [[n0.id, n0.name], n0.id] } AS rows;
