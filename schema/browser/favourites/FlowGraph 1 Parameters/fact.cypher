// Parameter fact: the id of an arrow or of an event
:param fact => 'carried-by:voyage-2024-10-20-chon-ma-san--chon-ma-san'
