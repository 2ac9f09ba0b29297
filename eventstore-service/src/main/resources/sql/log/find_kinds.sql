-- Which types of events there are, of one instance or (empty) of all, found by leaps in the index, at most $2 of them.
-- Asked after the horizon, so it knows every kind that stands below it.
WITH RECURSIVE kind (instance_id, aggregate_type, event_type, number) AS (
    (SELECT instance_id, aggregate_type, event_type, 1
    FROM eventstore.all_events
    WHERE (instance_id, aggregate_type, event_type) >= ($1::text, '', '')
    ORDER BY instance_id, aggregate_type, event_type
    LIMIT 1)
    UNION ALL
    SELECT next.instance_id, next.aggregate_type, next.event_type, kind.number + 1
    FROM kind
    CROSS JOIN LATERAL (
        SELECT event.instance_id, event.aggregate_type, event.event_type
        FROM eventstore.all_events AS event
        WHERE (event.instance_id, event.aggregate_type, event.event_type)
            > (kind.instance_id, kind.aggregate_type, kind.event_type)
        ORDER BY event.instance_id, event.aggregate_type, event.event_type
        LIMIT 1) AS next
    WHERE kind.number < $2::integer AND ($1 = '' OR next.instance_id = $1)
)
SELECT instance_id, aggregate_type, event_type FROM kind WHERE $1 = '' OR instance_id = $1
