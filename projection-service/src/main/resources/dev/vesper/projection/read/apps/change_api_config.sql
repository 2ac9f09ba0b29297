WITH changed AS (
    UPDATE projections.apps7
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
      AND id = $5
)
UPDATE projections.apps7_api_configs
SET auth_method_type = $6
WHERE instance_id = $1
  AND app_id = $5
