// Tanker calls at a port and their ships ($port)
MATCH loading = (:Port {id: $port})<-[:LOADED_AT]-(call:Shipment {form: 'VOYAGE'})
OPTIONAL MATCH carrying = (call)-[:CARRIED_BY]->(:Vessel)
RETURN loading, carrying
