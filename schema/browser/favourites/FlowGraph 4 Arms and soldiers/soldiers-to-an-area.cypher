// Soldiers sent to $area
MATCH sent = (:Area {id: $area})<-[:DEPLOYED_TO]-(d:TroopDeployment)-[:FIELDED]->(:MilitaryUnit)
RETURN sent
