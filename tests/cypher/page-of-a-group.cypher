// { places(first: 20) { nodes { __typename id name } } }

// places: CacheProperties, EmptyRow, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => 20;
:param p1 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:_Place) WHERE n0.id > $p1 WITH n0 ORDER BY n0.id LIMIT $p0 RETURN [[n0.id, n0.name]] } AS rows;
