INSERT INTO projections.sessions1 (
    instance_id, session_id, resource_owner, user_id, user_resource_owner, user_agent_id,
    creation_date, change_date, sequence, begin_position, position
)
SELECT 'i1', 'id' || n, 'org1', 'u' || n % 5000, 'org1', 'agent' || n % 5000,
    TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n, n
FROM generate_series(1, 20000) AS n;
