INSERT INTO projections.project_roles1
SELECT 'i1', 'id' || n / 10, 'role' || n, 'Role', NULL, 'org1',
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;
