INSERT INTO projections.logouts1_registrations
SELECT 'i1', 'id' || n / 2, 'c' || n % 20, 'id' || n, 'u' || n, 'https://rp.example', clock_timestamp(), NULL, NULL, NULL, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.logouts1_notifications
SELECT 'i1', 'id' || n, 'id' || n / 2, 'c' || n % 20, 'sent', 1, 200, NULL, clock_timestamp(), NULL, NULL, NULL, n
FROM generate_series(1, 20000) AS n;
