INSERT INTO projections.instances1 (instance_id, name, state, creation_date, change_date, sequence, position)
SELECT 'i' || n, 'name', 'active', clock_timestamp(), clock_timestamp(), 1, n
FROM generate_series(1, 5000) AS n;

INSERT INTO projections.instances1_domains
SELECT 'i' || n, 'domain' || n || '.example', FALSE, FALSE, n
FROM generate_series(1, 5000) AS n;
