INSERT INTO projections.web_keys1
SELECT 'i' || n, 'key' || n, 'active', '{}', 'RS256', clock_timestamp(), clock_timestamp(), 1, n
FROM generate_series(1, 5000) AS n;
