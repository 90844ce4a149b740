// { shipmentsAggregate(where: { modality: { eq: ACTUAL } }) { barrels { sum { low high } } groupBy(keys: [FORM, LOADED_AT]) { count keys { text } } } }

// shipmentsAggregate: CacheProperties, EmptyRow, Filter, NodeByLabelScan, NodeIndexSeek, ProduceResults, Projection, RollUpApply, Sort
:param p0 => "ACTUAL";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND n0.modality = $p0 WITH n0 ORDER BY n0.id RETURN [n0.id, [n0.barrelsBest, n0.barrelsLow, n0.barrelsHigh, n0.barrelsUnit, n0.barrelsBound, n0.barrelsText, n0.barrelsContested], n0.status, n0.statusReason, n0.modality, n0.includeInTotals, n0.countNote, n0.countingGroup, n0.form, COLLECT { MATCH (n0)-[e2:LOADED_AT]->(n1) WHERE e2.status <> 'RETRACTED' WITH e2, n1 ORDER BY n1.id, e2.id LIMIT 1 RETURN [n1.id] }[0]] } AS rows;
