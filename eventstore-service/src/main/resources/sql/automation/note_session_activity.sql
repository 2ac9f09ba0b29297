-- After a crash an activity is met again, and later ones stand here already.
UPDATE eventstore.session_lifetimes
SET active_at = $3
WHERE instance_id = $1 AND session_id = $2 AND active_at < $3
