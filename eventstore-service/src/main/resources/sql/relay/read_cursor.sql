SELECT topic_id, "position", in_tx_order FROM eventstore.relay_cursors WHERE shard = $1
