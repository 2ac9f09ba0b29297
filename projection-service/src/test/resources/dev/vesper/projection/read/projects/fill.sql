INSERT INTO projections.projects1
SELECT 'i1', 'id' || n, 'org1', 'name' || n, 'active',
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;
