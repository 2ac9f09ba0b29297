UPDATE eventstore.session_lifetimes
SET ends_at = $3
WHERE instance_id = $1 AND session_id = $2
