INSERT INTO projections.user_grants1 (
    instance_id, grant_id, user_id, resource_owner, project_id, role_keys, creation_date, change_date, sequence, position
)
SELECT 'i1', 'id' || n, 'u' || n / 2, 'org1', 'p' || n % 50, ARRAY['reader'],
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;
