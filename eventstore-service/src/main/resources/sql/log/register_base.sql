-- Only a log that is empty and never had a base may start on a server that it does not know; see
-- V7__create_position_base.sql.
INSERT INTO eventstore.position_base (system_identifier, timeline, base)
SELECT system_identifier, timeline, 0
FROM eventstore.this_server
WHERE NOT EXISTS (SELECT FROM eventstore.events2)
    AND NOT EXISTS (SELECT FROM eventstore.position_base)
    AND NOT EXISTS (SELECT FROM eventstore.base_changes)
ON CONFLICT DO NOTHING
