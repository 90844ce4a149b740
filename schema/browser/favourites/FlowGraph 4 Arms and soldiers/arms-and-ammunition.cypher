// Arms, as a table
MATCH (t:ArmsTransfer)
RETURN t.whenEdtf AS date, t.caption AS transfer, t.modality AS modality, t.kind AS kind,
       t.status AS status, t.confidence AS confidence, t.independentSources AS origins
ORDER BY date, transfer
