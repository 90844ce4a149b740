// The cap and what exceeds it
// By the sources that say so; click EXCEEDS for them.
MATCH cap = (:Agreement)<-[:SET_BY]-(c:Cap)-[:CAPS_IMPORTS_OF]->(:State)
OPTIONAL MATCH over = (c)<-[:EXCEEDS]-(:Shipment)
RETURN cap, over
