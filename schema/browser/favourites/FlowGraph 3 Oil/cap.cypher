// The yearly cap, who set it, what exceeds it
MATCH cap = (:Agreement)<-[:SET_BY]-(c:Cap)-[:CAPS_IMPORTS_OF]->(:State)
OPTIONAL MATCH over = (c)<-[:EXCEEDS]-(:Shipment)
RETURN cap, over
