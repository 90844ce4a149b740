// { oilLedger(importer: "state:dprk", during: { from: "2024-01-01", to: "2024-12-31" }) { rows { period barrels { low } } } }

// oilLedger: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, ProduceResults, Projection, RollUpApply, SemiApply, Sort
:param p0 => "state:dprk";
:param p1 => "2024-01-01";
:param p2 => "2024-12-31";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND (EXISTS { MATCH (n0)-[e2:RECEIVED_BY]->(n1) WHERE e2.status <> 'RETRACTED' AND n1.id = $p0 } AND (n0.whenEdtf IS NOT NULL AND NOT coalesce(n0.latest < date($p1), false) AND NOT coalesce(n0.earliest > date($p2), false))) WITH n0 ORDER BY n0.id RETURN [n0.id, n0.whenEdtf, n0.commodity, [n0.barrelsBest, n0.barrelsLow, n0.barrelsHigh, n0.barrelsUnit, n0.barrelsBound, n0.barrelsText, n0.barrelsContested], n0.status, n0.statusReason, n0.modality, n0.includeInTotals, n0.countNote, n0.countingGroup] } AS rows;

// oilLedger: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeIndexSeek, ProduceResults, Projection, RollUpApply, SemiApply, Sort
:param p0 => "state:dprk";
:param p1 => "REFINED_PETROLEUM";
:param p2 => "ACTUAL";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Cap) WHERE n0.status <> 'RETRACTED' AND (EXISTS { MATCH (n0)-[e2:CAPS_IMPORTS_OF]->(n1) WHERE e2.status <> 'RETRACTED' AND n1.id = $p0 } AND n0.commodity = $p1 AND n0.modality = $p2) WITH n0 ORDER BY n0.id RETURN [n0.id, n0.whenEdtf, [n0.amountBest, n0.amountLow, n0.amountHigh, n0.amountUnit, n0.amountBound, n0.amountText, n0.amountContested]] } AS rows;
