INSERT INTO eventstore.position_base (system_identifier, timeline, base)
SELECT system_identifier, timeline, coalesce((SELECT max("position") + 1 FROM eventstore.events2), 0)
FROM eventstore.this_server
