// { shipments(last: 20, order: [{ when: ASC }]) { edges { cursor node { id } } } }

// shipments: Apply, Argument, CacheProperties, EagerAggregation, EmptyRow, Filter, Limit, NodeByLabelScan, NodeIndexScan, ProduceResults, Projection, RollUpApply, Top, Unwind
:param p0 => 20;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { CALL () { MATCH (n0:Shipment) WHERE n0.earliest IS NULL AND n0.status <> 'RETRACTED' WITH n0 ORDER BY n0.latest DESC, n0.id DESC LIMIT $p0 RETURN collect(n0) AS some } CALL (some) { UNWIND CASE WHEN size(some) < $p0 THEN [true] ELSE [] END AS more MATCH (n0:Shipment) WHERE n0.earliest IS NOT NULL AND n0.status <> 'RETRACTED' WITH n0 ORDER BY n0.earliest DESC, n0.latest DESC, n0.id DESC LIMIT $p0 RETURN collect(n0) AS further } UNWIND some + further AS n0 WITH n0 LIMIT $p0 RETURN [[n0.id], n0.whenEdtf, n0.id] } AS rows;
