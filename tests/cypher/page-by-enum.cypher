// { armsTransfers(first: 20, order: [{ confidence: ASC }, { name: DESC }]) { nodes { id confidence } } }

// armsTransfers: CacheProperties, EmptyRow, Filter, NodeByLabelScan, ProduceResults, Projection, RollUpApply, Top
:param p0 => 20;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:ArmsTransfer) WHERE n0.status <> 'RETRACTED' WITH n0 ORDER BY CASE n0.confidence WHEN 'HIGH' THEN 0 WHEN 'MODERATE' THEN 1 WHEN 'LOW' THEN 2 END, n0.name DESC, n0.id LIMIT $p0 RETURN [[n0.id, n0.confidence]] } AS rows;
