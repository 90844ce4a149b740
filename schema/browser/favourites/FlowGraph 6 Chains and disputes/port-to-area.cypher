// From a port to an area, by way of the alleged exchange ($port, $area)
MATCH chain = (:Port {id: $port})<-[:LOADED_AT]-(:Shipment)<-[:HAS_OIL_LEG]-(:Exchange)
              -[:HAS_TROOPS_LEG]->(:TroopDeployment)-[:DEPLOYED_TO]->(:Area {id: $area})
RETURN chain
