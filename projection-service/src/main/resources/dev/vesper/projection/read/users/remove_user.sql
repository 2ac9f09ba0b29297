UPDATE projections.users2
SET state = 'removed',
    user_name = NULL,
    given_name = NULL,
    family_name = NULL,
    display_name = NULL,
    preferred_language = NULL,
    email = NULL,
    is_email_verified = FALSE,
    phone = NULL,
    is_phone_verified = FALSE,
    machine_name = NULL,
    machine_description = NULL,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
