// fact: Chon Ma San, 2024-10-20
// The id of an arrow or of an event: every one shows its own under id.
:param fact => 'carried-by:voyage-2024-10-20-chon-ma-san--chon-ma-san'
