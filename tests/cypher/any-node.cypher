// { node(id: "port:vostochny-port") { __typename id ... on Port { unlocode } ... on State { iso2 } } }

// node: Apply, CacheProperties, EmptyRow, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, Unwind
:param p0 => ["port:vostochny-port"];
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { UNWIND $p0 AS id MATCH (n0:_Entity {id: id}) RETURN [id, [n0.id, n0.iso2, n0.unlocode]] } AS rows;
