INSERT INTO projections.notifications1 (
    instance_id, notification_id, resource_owner, kind, message_type, user_id, session_id, trigger_aggregate_type,
    trigger_aggregate_id, trigger_event_type, state, attempts, last_status, creation_date, change_date, sequence, position
)
SELECT 'i1', 'id' || n, 'org1', 'email', 'InitCode', 'u' || n % 5000, 'id' || n / 2, 'user', 'u' || n, 'user.added',
    'sent', 1, 200, TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 second', clock_timestamp(), 1, n
FROM generate_series(1, 20000) AS n;

INSERT INTO projections.notifications1_attempts
SELECT 'i1', 'id' || n, 1, clock_timestamp(), 200, NULL
FROM generate_series(1, 20000) AS n;
