-- The system before has this very table, and goes on using it; the history says that it is there.
INSERT INTO eventstore.flyway_schema_history (
    installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
SELECT max(installed_rank) + 1, ?, ?, 'SQL', ?, ?, current_user, 0, true
FROM eventstore.flyway_schema_history
