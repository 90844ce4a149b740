// Events with one origin
// However many articles repeat it.
MATCH (f:_Event) WHERE f.independentSources <= 1
RETURN [label IN labels(f) WHERE NOT label STARTS WITH '_'][0] AS type, f.caption AS fact,
       f.independentSources AS origins, f.confidenceBasis AS basis
ORDER BY type, fact
