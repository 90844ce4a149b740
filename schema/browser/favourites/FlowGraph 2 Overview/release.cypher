// What is loaded
// Cite release, version and hash with every fact.
MATCH (r:_Release)
RETURN r.id AS release, r.title AS title, r.version AS version, r.releasedAt AS released,
       r.state AS state, r.licence AS licence, r.sha256 AS hash
