// area: Kursk Oblast
// Where soldiers were sent. Put another id between the quotes.
:param area => 'area:kursk-oblast'
