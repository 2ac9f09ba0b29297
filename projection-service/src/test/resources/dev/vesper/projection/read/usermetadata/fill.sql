INSERT INTO projections.user_metadata1 (
    instance_id, user_id, key, value, resource_owner, creation_date, change_date, sequence
)
SELECT 'i1', 'id' || n / 2, 'k' || n, 'dg==', 'org1', clock_timestamp(), clock_timestamp(), n
FROM generate_series(1, 20000) AS n;
