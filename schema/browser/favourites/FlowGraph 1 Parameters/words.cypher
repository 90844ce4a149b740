// Parameter words: what to search for
:param words => 'kursk'
