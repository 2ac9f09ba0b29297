-- Of these people, those whose key is not here.
SELECT wanted.instance_id, wanted.user_id
FROM unnest($1::text[], $2::text[]) AS wanted (instance_id, user_id)
LEFT JOIN eventstore.user_keys AS kept USING (instance_id, user_id)
WHERE kept.user_id IS NULL
