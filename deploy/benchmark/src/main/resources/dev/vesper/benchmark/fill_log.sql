-- Sessions of ten events each, as pushes would have left them, in one transaction. Their ids rise with time like real ones.
WITH place AS MATERIALIZED (
    SELECT base + pg_current_xact_id()::text::bigint AS "position"
    FROM eventstore.position_base
    JOIN eventstore.this_server USING (system_identifier, timeline)
), session AS MATERIALIZED (
    SELECT lpad(to_hex(number), 12, '0') AS id, number, row_number() OVER () - 1 AS nth
    FROM generate_series(?::bigint, ?::bigint) AS number
), head AS (
    INSERT INTO eventstore.heads (instance_id, aggregate_type, aggregate_id, "sequence", "position", "owner")
    SELECT 'filled', 'session', session.id, 10, place."position", 'org'
    FROM session CROSS JOIN place
)
INSERT INTO eventstore.events2 (
    instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition)
SELECT 'filled', 'session', session.id, 'session.added', n, 1, statement_timestamp(), ?::jsonb, 'user', 'org',
    place."position", session.nth * 10 + n - 1, session.number % 12
FROM session CROSS JOIN place CROSS JOIN generate_series(1, 10) AS n
