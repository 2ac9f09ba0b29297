INSERT INTO eventstore.pushes (push_id, first_in_tx_order, event_count, "position", pushed_at)
SELECT push.*, $1::bigint + pg_current_xact_id()::text::bigint, statement_timestamp()
FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS push
