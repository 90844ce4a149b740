// Arms by sea
// Transfers, ships and ports.
MATCH carried = (t:ArmsTransfer)-[:CARRIED_BY]->(:Vessel)
OPTIONAL MATCH calls = (t)-[:LOADED_AT|DISCHARGED_AT|DELIVERED_ONWARD_TO]->(:_Place)
RETURN carried, calls
