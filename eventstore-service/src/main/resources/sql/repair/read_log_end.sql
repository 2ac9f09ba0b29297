SELECT "position", in_tx_order, created_at
FROM eventstore.all_events
ORDER BY "position" DESC, in_tx_order DESC
LIMIT 1
