DELETE FROM eventstore.session_lifetimes
WHERE instance_id = $1 AND session_id = $2
