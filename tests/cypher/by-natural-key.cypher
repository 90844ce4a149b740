// { vessel(imo: "8106496") { id name } }

// vessel: CacheProperties, EmptyRow, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply
:param p0 => "8106496";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel {imo: $p0}) RETURN [n0.id, n0.name] } AS rows;
