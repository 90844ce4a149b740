// All that is known of a ship ($vessel)
MATCH known = (:Vessel {id: $vessel})-[]-(:_Entity|_Event)
RETURN known
