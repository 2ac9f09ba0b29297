-- One statement, so that no snapshot ever holds an event twice or not at all, whatever dies when. The table itself refuses
-- to lose what does not arrive; see V23__create_archived_events.sql.
WITH moved AS (
    DELETE FROM eventstore.events2 AS event
    USING unnest($3::text[]) AS finished (aggregate_id)
    WHERE event.instance_id = $1::text AND event.aggregate_type = $2::text
        AND event.aggregate_id = finished.aggregate_id AND event."position" < $4::bigint
    RETURNING event.*
)
INSERT INTO eventstore.archived_events (
    instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition)
SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition
FROM moved
