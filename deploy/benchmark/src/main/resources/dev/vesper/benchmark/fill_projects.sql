-- Projects of ten events each with one app, as pushes would have left them, in one transaction.
WITH place AS MATERIALIZED (
    SELECT base + pg_current_xact_id()::text::bigint AS "position"
    FROM eventstore.position_base
    JOIN eventstore.this_server USING (system_identifier, timeline)
), project AS MATERIALIZED (
    SELECT 'p' || lpad(to_hex(number), 12, '0') AS id, number, row_number() OVER () - 1 AS nth
    FROM generate_series(?::bigint, ?::bigint) AS number
), head AS (
    INSERT INTO eventstore.heads (instance_id, aggregate_type, aggregate_id, "sequence", "position", "owner")
    SELECT 'filled', 'project', project.id, 10, place."position", 'org'
    FROM project CROSS JOIN place
)
INSERT INTO eventstore.events2 (
    instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition)
SELECT 'filled', 'project', project.id, event.type, n, 1, statement_timestamp(),
    replace(event.payload, 'APP', 'a' || project.id)::jsonb, 'user', 'org',
    place."position", project.nth * 10 + n - 1, project.number % 12
FROM project CROSS JOIN place CROSS JOIN generate_series(1, 10) AS n
CROSS JOIN LATERAL (
    SELECT
        (ARRAY['project.added', 'project.application.added', 'project.application.config.oidc.added',
            'project.application.changed'])[LEAST(n, 4)] AS type,
        (?::text[])[LEAST(n, 4)] AS payload
) AS event
