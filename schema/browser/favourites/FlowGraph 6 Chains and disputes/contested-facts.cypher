// Contested events, claims
MATCH (f:_Event|Claim {status: 'CONTESTED'})
RETURN f.caption AS fact, f.confidenceBasis AS basis, f.cites AS sources
ORDER BY fact
