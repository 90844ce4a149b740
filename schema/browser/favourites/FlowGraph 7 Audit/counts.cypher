// Types of which there are more or fewer than the release says
// No row when all is well.
CALL () {
  MATCH (r:_Release) UNWIND r.counts AS line
  RETURN split(line, ' ')[0] AS type, toInteger(split(line, ' ')[1]) AS expected, 0 AS found
UNION ALL
  MATCH (n) WHERE NOT n:_Release
  WITH coalesce(head([label IN labels(n) WHERE label IN ['State', 'Port', 'Facility', 'Area', 'Vessel', 'Organization', 'Person', 'MilitaryUnit', 'Shipment', 'ArmsTransfer', 'TroopDeployment', 'Exchange', 'Sighting', 'Designation', 'Agreement', 'Cap', 'Statement', 'Occurrence', 'Dispute', 'Claim', 'Source', 'Citation']]), 'unknown') AS type
  RETURN type, 0 AS expected, count(*) AS found
UNION ALL
  MATCH ()-[e]->() WHERE NOT type(e) IN ['CITED_BY', 'HAS_CLAIM', 'ASSERTED_BY', 'DERIVED_FROM', 'FROM_SOURCE']
  RETURN type(e) AS type, 0 AS expected, count(*) AS found
}
WITH type, sum(expected) AS expected, sum(found) AS found WHERE expected <> found
RETURN type, expected, found
ORDER BY type LIMIT 100
