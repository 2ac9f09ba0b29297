INSERT INTO projections.ended1
SELECT 'i1', (ARRAY['session', 'user'])[1 + n % 2], 'id' || n, 'user', clock_timestamp(), n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.sessions1 (
    instance_id, session_id, resource_owner, user_id, user_resource_owner, user_agent_id,
    creation_date, change_date, sequence, begin_position, position
)
SELECT 'i1', 'id' || n, 'org1', 'u' || n % 5000, 'org1', 'agent' || n % 5000,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.oidc_sessions1 (
    instance_id, oidc_session_id, resource_owner, session_id, user_id, user_resource_owner, client_id, project_id,
    app_id, audience, scope, auth_methods, auth_time, creation_date, change_date, sequence, begin_position, position
)
SELECT 'i1', 'id' || n, 'org1', 'id' || n / 2, 'u' || n % 5000, 'org1', 'c' || n % 20, 'p' || n % 20,
    'a' || n % 20, '{}', '{openid}', '{pwd}', clock_timestamp(), clock_timestamp(), clock_timestamp(), 1, n, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.oidc_sessions1_access_tokens
SELECT 'i1', 'id' || n, 't' || n, '{openid}', clock_timestamp(), clock_timestamp(), NULL
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.logouts1_registrations
SELECT 'i1', 'id' || n / 2, 'c' || n % 20, 'id' || n, 'u' || n, 'https://rp.example', clock_timestamp(), NULL, NULL, NULL, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.logouts1_notifications
SELECT 'i1', 'id' || n, 'id' || n / 2, 'c' || n % 20, 'sent', 1, 200, NULL, clock_timestamp(), NULL, NULL, NULL, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.users1 (
    instance_id, user_id, resource_owner, state, user_name, email, is_email_verified, is_phone_verified,
    creation_date, change_date, sequence, position
)
SELECT 'i1', 'id' || n, 'org1', 'active', 'name' || n, 'name' || n || '@example.org', TRUE, FALSE,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.projects1
SELECT 'i1', 'id' || n, 'org1', 'name' || n, 'active',
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.apps7
SELECT 'i1', 'id' || n, 'id' || n / 4, 'org1', 'name' || n, 'active', TRUE,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.apps7_oidc_configs
SELECT 'i1', 'id' || n, 'c' || n, '{}', '{}', '{}', '{}', 'APP_TYPE_WEB', 'AUTH_METHOD_TYPE_NONE',
    'ACCESS_TOKEN_TYPE_JWT', FALSE, FALSE, NULL, FALSE, 'RS256', NULL
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.instances1 (instance_id, name, state, creation_date, change_date, sequence, position)
SELECT 'i' || n, 'name', 'active', clock_timestamp(), clock_timestamp(), 1, n
FROM generate_series(1, 5000) AS n;

INSERT INTO projections.instances1_domains
SELECT 'i' || n, 'domain' || n || '.example', FALSE, FALSE, n
FROM generate_series(1, 5000) AS n;

INSERT INTO projections.web_keys1
SELECT 'i' || n, 'key' || n, 'active', '{}', 'RS256', clock_timestamp(), clock_timestamp(), 1, n
FROM generate_series(1, 5000) AS n;

ANALYZE;
