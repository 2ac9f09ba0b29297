INSERT INTO projections.users2 (
    instance_id, user_id, resource_owner, state, type, user_name, email, is_email_verified, is_phone_verified,
    creation_date, change_date, sequence, position
)
SELECT 'i1', 'id' || n, 'org1', 'active', 'human', 'name' || n, 'name' || n || '@example.org', TRUE, FALSE,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;
