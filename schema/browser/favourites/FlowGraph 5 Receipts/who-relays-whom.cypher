// Who relays whom
// Publications that pass on the word of another.
MATCH relay = (:Source)-[:DERIVED_FROM]->(:Source)
RETURN relay
