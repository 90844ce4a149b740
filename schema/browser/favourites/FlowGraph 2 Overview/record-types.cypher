// Records by type
MATCH (n) WHERE NOT n:_Release
RETURN [label IN labels(n) WHERE NOT label STARTS WITH '_'][0] AS type,
       [label IN labels(n) WHERE label STARTS WITH '_'] AS groups,
       count(*) AS records
ORDER BY records DESC
