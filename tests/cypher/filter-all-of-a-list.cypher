// { vessels(where: { shipments: { all: { form: { eq: VOYAGE } } } }) { nodes { id } } }

// vessels: AntiSemiApply, Argument, CacheProperties, EmptyRow, Expand(All), Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => "VOYAGE";
:param p1 => 20;
:param p2 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel) WHERE NOT EXISTS { MATCH (n0)<-[e2:CARRIED_BY]-(n1:Shipment) WHERE e2.status <> 'RETRACTED' AND n1.status <> 'RETRACTED' AND NOT coalesce(n1.form = $p0, false) } AND n0.id > $p2 WITH n0 ORDER BY n0.id LIMIT $p1 RETURN [[n0.id]] } AS rows;
