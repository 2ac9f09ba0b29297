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

INSERT INTO projections.parked_aggregates (
    projection_name, version, instance_id, aggregate_type, aggregate_id, partition, failed_sequence, failed_position,
    failed_in_tx_order, held_position, held_in_tx_order, attempts, next_attempt_at, error
)
SELECT 'another', 1, 'i1', 'session', 'id' || n, 0, 1, n, 0, n, 0, 1, clock_timestamp(), 'broken'
FROM generate_series(1, 20000) AS n;
