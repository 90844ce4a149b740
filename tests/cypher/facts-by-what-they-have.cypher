// { facts(first: 20, where: { subject: { eq: "port:vostochny-port" }, source: { neq: "source:voz-2024-11-22" }, origin: { eq: "org:white-house-nsc" }, evidenceType: { eq: MEDIA }, denied: false }) { nodes { id } } }

// facts: CacheProperties, Distinct, EmptyRow, Expand(All), Filter, Limit, NodeByLabelScan, NodeIndexSeek, NodeUniqueIndexSeek, ProduceResults, Projection, RollUpApply, SemiApply, Top, Union, UnionNodeByLabelsScan
:param p0 => "port:vostochny-port";
:param p1 => "source:voz-2024-11-22";
:param p2 => "org:white-house-nsc";
:param p3 => "MEDIA";
:param p4 => "port:vostochny-port";
:param p5 => "port:vostochny-port";
:param p6 => "source:voz-2024-11-22";
:param p7 => "org:white-house-nsc";
:param p8 => "MEDIA";
:param p9 => "port:vostochny-port";
:param p10 => "port:vostochny-port";
:param p11 => "port:vostochny-port";
:param p12 => "source:voz-2024-11-22";
:param p13 => "org:white-house-nsc";
:param p14 => "MEDIA";
:param p15 => 20;
RETURN COLLECT { MATCH (r:_Release) RETURN [r.sha256, r.state] } AS release, COLLECT { CALL () { MATCH (f0:_Event) WHERE f0.status <> 'RETRACTED' AND (f0.id = $p0 AND NOT coalesce(EXISTS { MATCH (n2:Citation {factId: f0.id})-[:FROM_SOURCE]->(n3:Source) WHERE n3.id = $p1 }, false) AND EXISTS { MATCH (n4:Citation {factId: f0.id}) WHERE n4.stance = 'SUPPORTS' AND n4.origin = $p2 } AND EXISTS { MATCH (n5:Citation {factId: f0.id}) WHERE n5.evidenceType = $p3 } AND NOT coalesce(EXISTS { MATCH (f0)<-[e7:DENIES]-(n6) WHERE e7.status <> 'RETRACTED' AND n6.status <> 'RETRACTED' }, false)) WITH f0 ORDER BY f0.id LIMIT $p15 RETURN f0 UNION ALL MATCH (f0:Claim) WHERE f0.status <> 'RETRACTED' AND ((f0.id = $p4 OR f0.subjectId = $p5) AND NOT coalesce(EXISTS { MATCH (n9:Citation {factId: f0.id})-[:FROM_SOURCE]->(n10:Source) WHERE n10.id = $p6 }, false) AND EXISTS { MATCH (n11:Citation {factId: f0.id}) WHERE n11.stance = 'SUPPORTS' AND n11.origin = $p7 } AND EXISTS { MATCH (n12:Citation {factId: f0.id}) WHERE n12.evidenceType = $p8 } AND NOT coalesce(EXISTS { MATCH (f0)<-[e14:DENIES]-(n13) WHERE e14.status <> 'RETRACTED' AND n13.status <> 'RETRACTED' }, false)) WITH f0 ORDER BY f0.id LIMIT $p15 RETURN f0 UNION ALL MATCH (:_Entity|_Event)-[f0:LOCATED_IN|WITHIN|FLAGGED_TO|OWNED_BY|OPERATED_BY|LINKED_TO|BELONGS_TO|BASED_IN|OPERATES|HELD_ACCOUNTS_FOR|PAID_FOR_OIL_EXPORTS_TO|ALLEGED_OIL_SUPPLIER_OF|SUCCEEDED|SERVES_OR_LIVES_IN|NATIONAL_OF|HOLDS_POSITION_IN|ACTED_FOR|SUPERVISED_TRAINING_OF|FORCE_OF|ATTACHED_TO|PROVIDED_TROOPS_TO|CARRIED_BY|POSSIBLY_CARRIED_BY|SUPPLIED_BY|RECEIVED_BY|LOADED_AT|DEPARTED_FROM|DISCHARGED_AT|BOUND_FOR|PART_OF|OVERLAPS_WITH|EXCEEDS|BREACHES|FLOWN_BY|DELIVERED_ONWARD_TO|DEPLOYED_BY|HOSTED_BY|FIELDED|EMBARKED_AT|VIA|DEPLOYED_TO|ACCOMPANIED_BY|JUSTIFIED_BY|HAS_OIL_LEG|HAS_ARMS_LEG|HAS_TROOPS_LEG|SAW|SEEN_NEAR|ISSUED_BY|DESIGNATES|PARTY_TO|SIGNED_BY|VETOED_BY|ABSTAINED_BY|ENDED|SET_BY|CAPS_IMPORTS_OF|REPLACED|MADE_BY|DENIES|ACKNOWLEDGES|SPEAKS_OF|INVOLVED|ABOUT]->() WHERE f0.status <> 'RETRACTED' AND ((f0.id = $p9 OR startNode(f0).id = $p10 OR endNode(f0).id = $p11) AND NOT coalesce(EXISTS { MATCH (n16:Citation {factId: f0.id})-[:FROM_SOURCE]->(n17:Source) WHERE n17.id = $p12 }, false) AND EXISTS { MATCH (n18:Citation {factId: f0.id}) WHERE n18.stance = 'SUPPORTS' AND n18.origin = $p13 } AND EXISTS { MATCH (n19:Citation {factId: f0.id}) WHERE n19.evidenceType = $p14 } AND NOT coalesce(false, false)) WITH f0 ORDER BY f0.id LIMIT $p15 RETURN f0 } WITH f0 ORDER BY f0.id LIMIT $p15 RETURN [f0.id] } AS rows;
