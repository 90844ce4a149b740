// From $port to $area
// By way of the alleged exchange, the only bridge between oil, arms and soldiers.
MATCH chain = (:Port {id: $port})<-[:LOADED_AT]-(:Shipment)<-[:HAS_OIL_LEG]-(:Exchange)
              -[:HAS_TROOPS_LEG]->(:TroopDeployment)-[:DEPLOYED_TO]->(:Area {id: $area})
RETURN chain
