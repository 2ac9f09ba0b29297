INSERT INTO projections.pats1 (
    instance_id, user_id, token_id, resource_owner, creation_date, change_date, sequence
)
SELECT 'i1', 'id' || n / 2, 't' || n, 'org1', TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), n
FROM generate_series(1, 20000) AS n;
