// Contested arrows
MATCH contested = ()-[e]->() WHERE e.status = 'CONTESTED'
RETURN contested
