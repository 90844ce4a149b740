// Who relays whom: publications that pass on another's word
MATCH relay = (:Source)-[:DERIVED_FROM]->(:Source)
RETURN relay
