SELECT *, instance_id AS resource_owner
FROM projections.web_keys1
WHERE instance_id = $1
  AND state <> 'removed'
ORDER BY state <> 'active', creation_date DESC, key_id
