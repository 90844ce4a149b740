// { vessel(id: "vessel:chon-ma-san") { sanctionedOn(date: "2024-10-20", by: "org:un-1718-committee") } }

// vessel: Argument, CacheProperties, EmptyRow, Expand(All), Filter, NodeByLabelScan, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, SemiApply
:param p0 => "vessel:chon-ma-san";
:param p1 => "org:un-1718-committee";
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { MATCH (n0:Vessel {id: $p0}) RETURN [COLLECT { MATCH (n0)<-[e1:DESIGNATES]-(n2) WHERE e1.status <> 'RETRACTED' AND n2.status <> 'RETRACTED' AND n2.modality = 'ACTUAL' AND EXISTS { MATCH (n2)-[e3:ISSUED_BY]->(n4) WHERE e3.status <> 'RETRACTED' AND n4.id = $p1 } RETURN [n2.whenEdtf] }] } AS rows;
