INSERT INTO projections.ended1
SELECT 'i1', (ARRAY['session', 'user'])[1 + n % 2], 'id' || n, 'user', clock_timestamp(), n
FROM generate_series(1, 20000) AS n;
