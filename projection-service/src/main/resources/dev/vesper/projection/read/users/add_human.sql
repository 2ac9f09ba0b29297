INSERT INTO projections.users1 (
    instance_id, user_id, resource_owner, state, user_name, given_name, family_name, display_name,
    preferred_language, email, is_email_verified, phone, is_phone_verified,
    creation_date, change_date, sequence, position
) VALUES ($1, $2, $6, 'active', $7, $8, $9, $10, $11, $12, $13, $14, FALSE, $3, $3, $4, $5)
