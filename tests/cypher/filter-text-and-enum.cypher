// { shipments(where: { name: { contains: "tanker" }, confidence: { gte: MODERATE }, modality: { nin: [PLANNED] } }) { totalCount nodes { id } } }

// shipments: Apply, CacheProperties, EagerAggregation, EmptyRow, Filter, Limit, NodeByLabelScan, NodeUniqueIndexSeekByRange, ProduceResults, Projection, RollUpApply
:param p0 => "tanker";
:param p1 => ["HIGH","MODERATE"];
:param p2 => ["PLANNED"];
:param p3 => 20;
:param p4 => "";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND (n0.name CONTAINS $p0 AND n0.confidence IN $p1 AND NOT coalesce(n0.modality IN $p2, false)) AND n0.id > $p4 WITH n0 ORDER BY n0.id LIMIT $p3 RETURN [[n0.id]] } AS rows, COUNT { MATCH (n0:Shipment) WHERE n0.status <> 'RETRACTED' AND (n0.name CONTAINS $p0 AND n0.confidence IN $p1 AND NOT coalesce(n0.modality IN $p2, false)) } AS total;
