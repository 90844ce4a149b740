// The alleged exchange
// Its legs, who denies it, the question it leaves open.
MATCH legs = (x:Exchange)-[:HAS_OIL_LEG|HAS_ARMS_LEG|HAS_TROOPS_LEG]->()
OPTIONAL MATCH denied = (x)<-[:DENIES]-(:Statement)-[:MADE_BY]->(:_Actor)
OPTIONAL MATCH disputed = (x)<-[:ABOUT]-(:Dispute)
RETURN legs, denied, disputed
