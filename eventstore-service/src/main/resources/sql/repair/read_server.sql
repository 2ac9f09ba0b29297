-- Where the next transaction of this server will stand, if its base is known.
SELECT server.system_identifier, server.timeline, known.base,
    known.base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next_position
FROM eventstore.this_server AS server
LEFT JOIN eventstore.position_base AS known USING (system_identifier, timeline)
