SELECT base
FROM eventstore.position_base
JOIN eventstore.this_server USING (system_identifier, timeline)
