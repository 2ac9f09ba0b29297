-- What the pushes with these ids were answered when they were written.
SELECT push.push_id, push."position", event.created_at, event."sequence", event.in_tx_order, event.partition, event."owner"
FROM eventstore.pushes AS push
JOIN eventstore.events2 AS event
    ON event."position" = push."position"
    AND event.in_tx_order >= push.first_in_tx_order
    AND event.in_tx_order < push.first_in_tx_order + push.event_count
WHERE push.push_id = ANY ($1::uuid[])
ORDER BY push.push_id, event.in_tx_order
