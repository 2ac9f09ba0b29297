SELECT "position", in_tx_order FROM eventstore.events2 WHERE partition = ? ORDER BY "position", in_tx_order
