INSERT INTO projections.providers1 (
    instance_id, kind, id, creation_date, change_date, sequence, position, resource_owner, active, has_secret, config
) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, FALSE, $8, ($9::TEXT)::JSONB)
