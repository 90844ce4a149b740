// Tanker calls at $port
// Those that a source describes one by one, with the ship where a source names it.
MATCH loading = (:Port {id: $port})<-[:LOADED_AT]-(call:Shipment {form: 'VOYAGE'})
OPTIONAL MATCH carrying = (call)-[:CARRIED_BY]->(:Vessel)
RETURN loading, carrying
