// Figures for oil
// With who gives them. Never add a series to the voyages that are part of it.
MATCH (s:Shipment)-[:HAS_CLAIM]->(c:Claim)
WHERE c.property IN ['barrels', 'weight', 'trips', 'vesselCount']
RETURN s.caption AS shipment, c.property AS figure, c.caption AS claim, c.rank AS rank,
       c.confidence AS confidence, c.cites AS sources
ORDER BY shipment, figure, claim
