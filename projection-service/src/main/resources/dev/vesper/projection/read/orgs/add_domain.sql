WITH changed AS (
    UPDATE projections.orgs1
    SET change_date = $3, sequence = $4, position = $5
    WHERE instance_id = $1
      AND org_id = $2
)
INSERT INTO projections.orgs1_domains (instance_id, org_id, domain, is_generated, is_verified, is_primary)
VALUES ($1, $2, $6, $7, FALSE, FALSE)
