-- Those that began before the end ($3, $4): after a crash the same end is met again, and later ones stand here already.
SELECT session_id AS id
FROM eventstore.live_sessions
WHERE instance_id = $1 AND instance_id = $2 AND ("position", in_tx_order) < ($3, $4) AND session_id > $5
ORDER BY session_id
LIMIT $6
