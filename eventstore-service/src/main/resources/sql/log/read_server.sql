SELECT server.system_identifier, server.timeline, known.base,
    current_setting('max_prepared_transactions')::integer AS max_prepared_transactions
FROM eventstore.this_server AS server
LEFT JOIN eventstore.position_base AS known USING (system_identifier, timeline)
