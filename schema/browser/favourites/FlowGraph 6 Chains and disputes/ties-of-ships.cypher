// Ties of ships
// Owners, operators and links, each with its standing and who says so.
MATCH (v:Vessel)-[tie:OWNED_BY|OPERATED_BY|LINKED_TO]->(a)
RETURN v.name AS ship, type(tie) AS tie, a.name AS party, tie.standing AS standing,
       coalesce(tie.accordingToName, tie.accordingToNote, tie.basis) AS accordingTo, tie.cites AS sources
ORDER BY ship, tie, party
