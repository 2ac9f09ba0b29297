SELECT "position", in_tx_order
FROM eventstore.events2
ORDER BY "position" DESC, in_tx_order DESC
LIMIT 1
