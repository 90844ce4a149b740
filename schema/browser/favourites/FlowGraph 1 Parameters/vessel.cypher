// Parameter vessel: a ship (Chon Ma San)
:param vessel => 'vessel:chon-ma-san'
