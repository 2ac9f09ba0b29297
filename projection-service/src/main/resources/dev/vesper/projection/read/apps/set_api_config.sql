WITH changed AS (
    UPDATE projections.apps7
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
      AND id = $5
)
INSERT INTO projections.apps7_api_configs (instance_id, app_id, client_id, auth_method_type)
VALUES ($1, $5, $6, $7)
