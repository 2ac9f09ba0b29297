-- A key that signs no more is still published: tokens that it signed are out there.
SELECT key_id, public_key, state, creation_date
FROM projections.web_keys1
WHERE instance_id = $1
  AND state <> 'removed'
ORDER BY state <> 'active', creation_date DESC, key_id
