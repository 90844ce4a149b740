// Parameter area: where soldiers were sent (Kursk Oblast)
:param area => 'area:kursk-oblast'
