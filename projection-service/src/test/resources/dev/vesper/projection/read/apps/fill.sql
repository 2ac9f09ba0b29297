INSERT INTO projections.apps7
SELECT 'i1', 'id' || n, 'id' || n / 4, 'org1', 'name' || n, 'active', TRUE,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.apps7_oidc_configs
SELECT 'i1', 'id' || n, 'c' || n, '{}', '{}', '{}', '{}', 'APP_TYPE_WEB', 'AUTH_METHOD_TYPE_NONE',
    'ACCESS_TOKEN_TYPE_JWT', FALSE, FALSE, NULL, FALSE, 'RS256', NULL
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.apps7_api_configs
SELECT 'i1', 'id' || n, 'c' || n, 'API_AUTH_METHOD_TYPE_BASIC'
FROM generate_series(20001, 25000) AS n;
