// words: kursk
// What to search for.
:param words => 'kursk'
