// { state(id: "state:russia", iso2: "RU") { name } }

// state: CacheProperties, EmptyRow, Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply
:param p0 => "state:russia";
:param p1 => "RU";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:State {id: $p0, iso2: $p1}) RETURN [n0.name] } AS rows;
