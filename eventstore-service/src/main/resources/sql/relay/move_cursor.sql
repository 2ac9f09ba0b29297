-- A leader of an older epoch changes nothing here, and learns that it leads no more.
INSERT INTO eventstore.relay_cursors AS known (shard, epoch, topic_id, "position", in_tx_order)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (shard) DO UPDATE
SET epoch = EXCLUDED.epoch, topic_id = EXCLUDED.topic_id, "position" = EXCLUDED."position",
    in_tx_order = EXCLUDED.in_tx_order
WHERE known.epoch <= EXCLUDED.epoch
