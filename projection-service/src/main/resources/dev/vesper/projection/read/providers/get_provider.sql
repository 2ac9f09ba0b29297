SELECT id, resource_owner, active, has_secret, config::TEXT AS config, creation_date, change_date, sequence
FROM projections.providers1
WHERE instance_id = $1
  AND kind = $2
  AND id = $3
