UPDATE projections.providers1
SET has_secret = has_secret OR $7,
    config = ($8::TEXT)::JSONB,
    change_date = $4, sequence = $5, position = $6
WHERE instance_id = $1
  AND kind = $2
  AND id = $3
