-- All instances that have events, by leaps in the index.
WITH RECURSIVE instance (instance_id) AS (
    (SELECT instance_id FROM eventstore.events2 ORDER BY instance_id LIMIT 1)
    UNION ALL
    SELECT next.instance_id
    FROM instance
    CROSS JOIN LATERAL (
        SELECT event.instance_id
        FROM eventstore.events2 AS event
        WHERE event.instance_id > instance.instance_id
        ORDER BY event.instance_id
        LIMIT 1) AS next
)
SELECT instance_id FROM instance
