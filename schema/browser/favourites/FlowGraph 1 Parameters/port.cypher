// Parameter port: a port (Vostochny Port)
:param port => 'port:vostochny-port'
