INSERT INTO projections.orgs1
SELECT 'i1', 'id' || n, 'id' || n, 'name' || n, 'active', 'org' || n || '.example',
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.orgs1_domains
SELECT 'i1', 'id' || n, 'org' || n || '.example', TRUE, TRUE, TRUE
FROM generate_series(1, 20000) AS n;
