-- The next oidc_session aggregates of an instance, oldest first, and which of them are finished: they
-- ended, by themselves or, where no offline access outlives it, with their session, and nothing happened for the age.
-- None counts that any reader has yet to pass: all events must stand below $4.
WITH candidate AS MATERIALIZED (
    SELECT "position", in_tx_order, aggregate_id, created_at,
        payload ->> 'sessionID' AS session_id,
        coalesce(payload -> 'scope' @> '["offline_access"]', false) AS is_offline
    FROM eventstore.events2
    WHERE instance_id = $1::text AND aggregate_type = 'oidc_session' AND event_type = 'oidc_session.added'
        AND ("position", in_tx_order) > ($2::bigint, $3::integer) AND "position" < $4::bigint
    ORDER BY "position", in_tx_order
    LIMIT $6
), cutoff AS (
    SELECT statement_timestamp() - make_interval(secs => $5::double precision) AS "time"
)
SELECT candidate."position", candidate.in_tx_order, candidate.aggregate_id,
    candidate.created_at < cutoff."time" AS is_old,
    newest."position" < $4 AND newest.created_at < cutoff."time"
        AND (own.id IS NOT NULL OR (whole.id IS NOT NULL AND NOT candidate.is_offline)) AS is_finished
FROM candidate
CROSS JOIN cutoff
CROSS JOIN LATERAL (
    SELECT event."position", event.created_at, event.event_type
    FROM eventstore.events2 AS event
    WHERE event.instance_id = $1 AND event.aggregate_type = 'oidc_session' AND event.aggregate_id = candidate.aggregate_id
    ORDER BY event."sequence" DESC
    LIMIT 1) AS newest
LEFT JOIN LATERAL (
    SELECT ended.id
    FROM eventstore.ended
    WHERE ended.instance_id = $1 AND ended.kind = 'oidc_session' AND ended.id = candidate.aggregate_id
    LIMIT 1) AS own ON true
LEFT JOIN LATERAL (
    SELECT ended.id
    FROM eventstore.ended
    WHERE ended.instance_id = $1 AND ended.kind = 'session' AND ended.id = candidate.session_id
    LIMIT 1) AS whole ON true
ORDER BY candidate."position", candidate.in_tx_order
