UPDATE projections.instances1
SET access_token_lifetime_ms = $5,
    id_token_lifetime_ms = $6,
    refresh_token_idle_expiration_ms = $7,
    refresh_token_expiration_ms = $8,
    change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
