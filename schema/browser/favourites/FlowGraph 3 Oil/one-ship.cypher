// All about $vessel
// Calls, sightings, listings, flag, owners, disputes.
MATCH known = (:Vessel {id: $vessel})-[]-(:_Entity|_Event)
RETURN known
