WITH grants AS (
    DELETE FROM eventstore.live_grants
    WHERE instance_id = $1 AND session_id = $2
)
DELETE FROM eventstore.live_sessions
WHERE instance_id = $1 AND session_id = $2
