// { shipments { totalCount } }

// shipments: Apply, CacheProperties, EagerAggregation, EmptyRow, Filter, NodeByLabelScan, ProduceResults, Projection, RollUpApply
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, null AS rows, COUNT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' } AS total;
