SELECT user_id, wrapped
FROM eventstore.user_keys
WHERE instance_id = $1 AND user_id = ANY ($2::text[])
