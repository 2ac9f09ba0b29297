WITH changed AS (
    UPDATE projections.instances1
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
)
INSERT INTO projections.instances1_domains (instance_id, domain, is_generated, is_primary, position)
VALUES ($1, LOWER($5), $6, FALSE, $4)
ON CONFLICT (instance_id, domain)
DO UPDATE SET is_generated = EXCLUDED.is_generated, position = EXCLUDED.position
