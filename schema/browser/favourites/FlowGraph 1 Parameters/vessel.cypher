// vessel: Chon Ma San
// Put the id of another ship between the quotes.
:param vessel => 'vessel:chon-ma-san'
