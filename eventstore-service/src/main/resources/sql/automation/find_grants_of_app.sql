-- Those that began before the end ($3, $4): after a crash the same end is met again, and later ones stand here already.
SELECT oidc_session_id AS id
FROM eventstore.live_grants
WHERE instance_id = $1 AND app_id = $2 AND ("position", in_tx_order) < ($3, $4) AND oidc_session_id > $5
ORDER BY oidc_session_id
LIMIT $6
