INSERT INTO projections.pats1 (
    instance_id, user_id, creation_date, change_date, sequence, resource_owner, token_id, expiration_date
) VALUES ($1, $2, $3, $3, $4, $5, $6, $7)
