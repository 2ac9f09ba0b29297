-- A page goes on after (creation_date, id), so it stays right while rows come and go.
SELECT id, resource_owner, active, has_secret, config::TEXT AS config, creation_date, change_date, sequence
FROM projections.providers1
WHERE instance_id = $1
  AND kind = $5
  AND (creation_date, id) > ($2, $3)
  AND ($6::BOOLEAN IS NULL OR active = $6)
ORDER BY creation_date, id
LIMIT $4
