-- The first key of a user stays: a second one would make what the first has sealed unreadable.
INSERT INTO eventstore.user_keys (instance_id, user_id, wrapped)
VALUES ($1, $2, $3)
ON CONFLICT (instance_id, user_id) DO NOTHING
