// { facts(first: 20) { pageInfo { hasNextPage } edges { cursor node { id } } } }

// facts: CacheProperties, EmptyRow, Filter, Limit, NodeByLabelScan, NodeIndexSeekByRange, OrderedDistinct, ProduceResults, Projection, RollUpApply
:param p0 => "";
:param p1 => 21;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n1:Citation) WHERE n1.factId > $p0 AND n1.factStatus <> 'RETRACTED' WITH DISTINCT n1.factId AS f0 ORDER BY f0 LIMIT $p1 RETURN [f0] } AS rows;
