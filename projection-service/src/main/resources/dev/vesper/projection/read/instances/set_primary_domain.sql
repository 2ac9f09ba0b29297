WITH changed AS (
    UPDATE projections.instances1
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
)
UPDATE projections.instances1_domains
SET is_primary = (domain = LOWER($5)), position = $4
WHERE instance_id = $1
