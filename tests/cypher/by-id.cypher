// { vessel(id: "vessel:chon-ma-san") { id name } }

// vessel: CacheProperties, EmptyRow, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply
:param p0 => "vessel:chon-ma-san";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel {id: $p0}) RETURN [n0.id, n0.name] } AS rows;
