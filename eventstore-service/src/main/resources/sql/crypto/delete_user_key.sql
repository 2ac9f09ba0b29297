DELETE FROM eventstore.user_keys
WHERE instance_id = $1 AND user_id = $2
