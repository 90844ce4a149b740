// port: Vostochny Port
// Put the id of another port between the quotes.
:param port => 'port:vostochny-port'
