-- Those that began by $1, in which nothing was done since $2, or whose own end was by $3.
SELECT instance_id, session_id
FROM eventstore.session_lifetimes
WHERE began_at <= $1 OR active_at <= $2 OR ends_at <= $3
LIMIT $4
