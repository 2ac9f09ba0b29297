-- The next auth_request aggregates of an instance, oldest first, and which of them are finished: nothing
-- happened to them for the age, which is far longer than a person may take to sign in.
-- None counts that any reader has yet to pass: all events must stand below $4.
WITH candidate AS MATERIALIZED (
    SELECT "position", in_tx_order, aggregate_id, created_at
    FROM eventstore.events2
    WHERE instance_id = $1::text AND aggregate_type = 'auth_request' AND event_type = 'auth_request.added'
        AND ("position", in_tx_order) > ($2::bigint, $3::integer) AND "position" < $4::bigint
    ORDER BY "position", in_tx_order
    LIMIT $6
), cutoff AS (
    SELECT statement_timestamp() - make_interval(secs => $5::double precision) AS "time"
)
SELECT candidate."position", candidate.in_tx_order, candidate.aggregate_id,
    candidate.created_at < cutoff."time" AS is_old,
    newest."position" < $4 AND newest.created_at < cutoff."time" AS is_finished
FROM candidate
CROSS JOIN cutoff
CROSS JOIN LATERAL (
    SELECT event."position", event.created_at, event.event_type
    FROM eventstore.events2 AS event
    WHERE event.instance_id = $1 AND event.aggregate_type = 'auth_request' AND event.aggregate_id = candidate.aggregate_id
    ORDER BY event."sequence" DESC
    LIMIT 1) AS newest
ORDER BY candidate."position", candidate.in_tx_order
