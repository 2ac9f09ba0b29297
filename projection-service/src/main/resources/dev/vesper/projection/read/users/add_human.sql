INSERT INTO projections.users2 (
    instance_id, user_id, resource_owner, state, type, user_name, given_name, family_name, display_name,
    preferred_language, email, is_email_verified, phone, has_password, is_password_change_required,
    creation_date, change_date, sequence, position
) VALUES ($1, $2, $6, 'active', 'human', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $3, $3, $4, $5)
