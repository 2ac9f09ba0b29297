UPDATE projections.users2
SET phone = $6::TEXT,
    is_phone_verified = FALSE,
    has_otp_sms = has_otp_sms AND $6::TEXT IS NOT NULL,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
