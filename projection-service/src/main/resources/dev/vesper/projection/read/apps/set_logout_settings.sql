WITH changed AS (
    UPDATE projections.apps7
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
      AND id = $5
)
UPDATE projections.apps7_oidc_configs
SET back_channel_logout_claims = $6, back_channel_logout_reasons = $7, tells_logout_reason = $8, logout_scope = $9
WHERE instance_id = $1
  AND app_id = $5
