-- A holder that lost its lease moves nothing: the next one has written a higher epoch, or will move on from here itself.
INSERT INTO eventstore.automation_cursors AS kept (name, epoch, "position", in_tx_order)
VALUES ($1, $2, $3, $4)
ON CONFLICT (name) DO UPDATE
SET epoch = excluded.epoch, "position" = excluded."position", in_tx_order = excluded.in_tx_order
WHERE kept.epoch <= excluded.epoch
  AND (kept."position", kept.in_tx_order) <= (excluded."position", excluded.in_tx_order)
